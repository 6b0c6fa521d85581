import { css } from '../../styles/css.js';

export const verificationStyles = css`
  .panel .field {
    inline-size: 100%;
    max-inline-size: 24em;
  }
  .code {
    max-inline-size: 10em;
    letter-spacing: 0.15em;
  }
`;
