/**
 * Statements that are put together once, and which PostgreSQL parses and plans once for each connection: those by
 * an id, with one plan whatever the id is. They name their columns, for a `select *` would fail from the moment
 * when a newer server beside this one adds a column.
 */
import { sql, type CompiledQuery, type Kysely, type QueryResult } from 'kysely';
import type { Database } from './database.js';

const names = new Map<string, string>();

/** What PostgreSQL knows a statement by; undefined for all that are not prepared. */
export const nameOf = (text: string): string | undefined => names.get(text);

/** Stands in a prepared statement for one of its values; the first is 1. */
export const given = <T>(place: number) => sql.raw<T>(`$${place}`);

/** @param compile takes no values but `given` ones */
export function prepared<Row>(name: string, compile: (db: Kysely<Database>) => CompiledQuery<Row>) {
  let statement: CompiledQuery<Row> | undefined;
  return (db: Kysely<Database>, ...values: string[]): Promise<QueryResult<Row>> => {
    if (!statement) {
      statement = compile(db);
      names.set(statement.sql, name);
    }
    return db.executeQuery<Row>({ ...statement, parameters: values });
  };
}
