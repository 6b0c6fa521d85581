/** Fills the table of the invented household: who one can log in as. */
import { html, render } from 'lit';
import { demoPeople } from '../server/data/household/people.js';

const rows = document.querySelector<HTMLElement>('#people');
if (rows) {
  render(
    demoPeople(Date.now()).map(
      ({ name, who, nationalId }) =>
        html`<tr>
          <th scope="row">${name}<br /><code>${nationalId}</code></th>
          <td>${who}</td>
        </tr>`,
    ),
    rows,
  );
}
