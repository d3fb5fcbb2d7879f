-- What a story is, for SQL. Days are TEXT as YYYY-MM-DD and have no clock and no zone; begin and end count characters from 0,
-- so that substr(document.text, begin + 1, end - begin) is what stands there.
PRAGMA page_size = 4096;
PRAGMA application_id = 1145132108;
PRAGMA user_version = 1;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (id INTEGER PRIMARY KEY, document TEXT, title TEXT, author TEXT, publisher TEXT, url TEXT, file TEXT,
  published TEXT, published_from TEXT, published_to TEXT, published_known TEXT, text TEXT);
CREATE TABLE sentence (id INTEGER PRIMARY KEY, document_id INTEGER REFERENCES document, begin INTEGER, "end" INTEGER, text TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, region TEXT, lat REAL, lon REAL,
  marked_at TEXT, marked_lat REAL, marked_lon REAL, geonames INTEGER);
CREATE TABLE speaker (id INTEGER PRIMARY KEY, name TEXT, role TEXT, kind TEXT, country TEXT);
CREATE TABLE mention (id INTEGER PRIMARY KEY, document_id INTEGER REFERENCES document, kind TEXT, begin INTEGER, "end" INTEGER, text TEXT,
  use TEXT, place_id INTEGER REFERENCES place, value TEXT, from_day TEXT, to_day TEXT, p REAL);
CREATE TABLE event (id INTEGER PRIMARY KEY, event TEXT, document_id INTEGER REFERENCES document, begin INTEGER, "end" INTEGER, what TEXT, status TEXT,
  place_id INTEGER REFERENCES place, place_use TEXT, place_known TEXT, from_day TEXT, to_day TEXT, edtf TEXT, precision TEXT, basis TEXT, day_known TEXT,
  p REAL, articles INTEGER, sentence TEXT, why TEXT, checked TEXT, read_before TEXT);
CREATE TABLE quote (id INTEGER PRIMARY KEY, document_id INTEGER REFERENCES document, begin INTEGER, "end" INTEGER, words TEXT, kind TEXT,
  speaker_id INTEGER REFERENCES speaker, place_id INTEGER REFERENCES place, place_use TEXT, from_day TEXT, to_day TEXT, edtf TEXT, basis TEXT, day_known TEXT,
  p REAL, sentence TEXT, why TEXT, checked TEXT, read_before TEXT);
CREATE TABLE event_quote (event_id INTEGER REFERENCES event, quote_id INTEGER REFERENCES quote, PRIMARY KEY (event_id, quote_id)) WITHOUT ROWID;
CREATE TABLE log (n INTEGER PRIMARY KEY, kind TEXT, document TEXT, words TEXT, scope TEXT, verdict TEXT, said TEXT, was TEXT, why TEXT, at TEXT);
CREATE VIEW events AS SELECT e.id, e.event, e.from_day, e.to_day, e.edtf, e.day_known, e.what, e.status, p.name AS place, p.country, p.marked_lat AS lat, p.marked_lon AS lon,
  e.place_known, e.sentence, d.title AS article, d.publisher, d.published, d.url, e.p, e.articles, e.checked
  FROM event e JOIN document d ON d.id = e.document_id LEFT JOIN place p ON p.id = e.place_id;
CREATE VIEW quotes AS SELECT q.id, q.from_day, q.to_day, q.day_known, s.name AS speaker, s.role, q.words, q.kind, p.name AS place, q.sentence,
  d.title AS article, d.publisher, d.published, d.url, q.p, q.checked
  FROM quote q JOIN document d ON d.id = q.document_id LEFT JOIN speaker s ON s.id = q.speaker_id LEFT JOIN place p ON p.id = q.place_id;
CREATE VIEW timeline AS SELECT from_day, to_day, 'event' AS type, place, sentence AS words, article FROM events WHERE from_day IS NOT NULL OR to_day IS NOT NULL
  UNION ALL SELECT from_day, to_day, 'quote', place, words, article FROM quotes WHERE from_day IS NOT NULL OR to_day IS NOT NULL ORDER BY 1, 2;
CREATE VIRTUAL TABLE search USING fts5(text, content='sentence', content_rowid='id');
