package dev.muster.scenario.sheet;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The records of a CSV text. A line whose quotes do not pair is taken alone and cut at each separator, and reading goes on
 * behind it: a bad row must not cost the good ones.
 */
final class CsvRows {

    /** @param sound whether its quotes pair */
    record Record(List<String> fields, boolean sound) {}

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

    /** With more broken lines than these the rest is no CSV; each costs a look at what follows. */
    private static final int MENDED = 1_000;

    private final String text;
    private final char separator;
    private final int limit;
    private final List<Record> records = new ArrayList<>();
    private int mended;

    private CsvRows(String text, char separator, int limit) {
        this.text = text;
        this.separator = separator;
        this.limit = limit;
    }

    static List<Record> of(String text, char separator) {
        return first(SheetLimits.CELLS, text, separator);
    }

    /** At most so many. */
    static List<Record> first(int limit, String text, char separator) {
        var rows = new CsvRows(text, separator, limit);
        for (var from = 0; from < text.length(); ) {
            from = rows.readFrom(from);
        }
        return rows.records;
    }

    /** Reads from here to the end, or to behind the first broken line. */
    private int readFrom(int from) {
        var record = new OneRecord();
        try (var reader = reader(from, record)) {
            for (var fields : reader) {
                records.add(new Record(fields, true));
                if (records.size() >= limit) {
                    return text.length();
                }
            }
            return text.length();
        } catch (CsvParseException e) {
            return cutLine(from, record.startingLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvReader<List<String>> reader(int from, OneRecord record) throws IOException {
        var rest = new StringReader(text);
        rest.skip(from);
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(SheetLimits.FILE + 1)
                .build(record, rest);
    }

    private int cutLine(int from, long linesBefore) {
        var ends = LINE_END.matcher(text).region(from, text.length());
        var start = from;
        for (var line = 1L; line < linesBefore && ends.find(); line++) {
            start = ends.end();
        }
        var ended = ends.find();
        var line = text.substring(start, ended ? ends.start() : text.length());
        records.add(new Record(cut(line), false));
        mended++;
        return ended && mended < MENDED && records.size() < limit ? ends.end() : text.length();
    }

    private List<String> cut(String line) {
        return Pattern.compile(String.valueOf(separator), Pattern.LITERAL)
                .splitAsStream(line)
                .map(CsvRows::withoutOuterQuotes)
                .toList();
    }

    private static String withoutOuterQuotes(String field) {
        var start = field.startsWith("\"") ? 1 : 0;
        var end = field.length() - (field.endsWith("\"") && field.length() > start ? 1 : 0);
        return field.substring(start, end).replace("\"\"", "\"");
    }

    /** Collects the fields of a record, and remembers where a broken one started. */
    private static final class OneRecord extends CsvCallbackHandler<List<String>> {

        private final List<String> fields = new ArrayList<>();
        private long startingLine;

        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return fields.size();
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            startingLine = startingLineNumber;
            fields.clear();
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            fields.add(new String(buffer, offset, length));
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("no comments are read");
        }

        @Override
        protected void setEmpty() {
            fields.add("");
        }

        @Override
        protected List<String> buildRecord() {
            return List.copyOf(fields);
        }
    }
}
