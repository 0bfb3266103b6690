/** So that no word of it is longer than a word of a tsvector can be: 2,046 bytes. */
const ADDRESS_CHARACTERS = 500;

/**
 * Writes the documents of `wanted` (entity, entity_id). A message's words never change and cost most, so
 * one that has its document is left alone; the others are written anew when they differ. `= any(array[…])` is answered by
 * the primary key alone, whatever the statistics of an empty table say.
 */
export const WRITE_DOCUMENTS = `
document as materialized (
  select 'message' as entity, m.id as entity_id, m.company_id, message_words(m.text) as words
  from wanted w join messages m on m.id = any(array[w.entity_id])
  where w.entity = 'message' and not exists (
    select from search_documents d where d.entity = 'message' and d.company_id = m.company_id and d.entity_id = any(array[w.entity_id]))
  union all
  select 'sign_up', s.id, s.company_id, array_to_tsvector(phone_words(s.phone) || address_words(
    left(concat_ws(' ', s.city, s.street, s.house, s.block, s.building, s.housing, s.flat), ${ADDRESS_CHARACTERS})))
  from wanted w join sign_ups s on s.id = any(array[w.entity_id])
  where w.entity = 'sign_up' and s.state <> 'network'
  union all
  select 'conversation', c.id, c.company_id, array_to_tsvector(phone_words(a.phone))
  from wanted w join conversations c on c.id = any(array[w.entity_id])
  join abonents a on a.company_id = c.company_id and a.rosdomofon_id = any(array[c.abonent_rosdomofon_id])
  where w.entity = 'conversation' and a.phone is not null
), written as (
  insert into search_documents as d (entity, entity_id, company_id, words)
  select * from document order by entity, company_id, entity_id
  on conflict (entity, company_id, entity_id) do update set words = excluded.words where d.words <> excluded.words
  returning 1
)`;
