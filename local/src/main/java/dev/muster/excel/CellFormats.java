package dev.muster.excel;

import dev.muster.scenario.sheet.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;

/** What a number means by the format of its cell: Excel keeps dates, times and lengths of time as plain numbers. */
final class CellFormats {

    private enum Meaning {
        NUMBER,
        DATE,
        TIME,
        DATE_AND_TIME,
        SPAN
    }

    /** What a format says for itself, without words in quotes, single escaped characters, colours and languages. */
    private static final Pattern ORNAMENTS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^]]*]");

    private static final Pattern ELAPSED = Pattern.compile("\\[[hms]+]");

    /** The digits that Excel shows. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private final StylesTable styles;
    private final boolean from1904;
    private final DataFormatter formatter = new DataFormatter(Locale.ENGLISH);
    private final Map<Integer, Meaning> meanings = new HashMap<>();

    CellFormats(StylesTable styles, boolean from1904) {
        this.styles = styles;
        this.from1904 = from1904;
    }

    Cell cell(double value, int style) {
        if (!Double.isFinite(value)) {
            return new Cell.Refused("no number that can be used");
        }
        return switch (meanings.computeIfAbsent(style, this::meaning)) {
            case NUMBER -> number(value, style);
            case DATE, DATE_AND_TIME -> date(value);
            case TIME -> value < 1 ? time(value) : span(value);
            case SPAN -> span(value);
        };
    }

    private Meaning meaning(int style) {
        var format = format(style);
        if (!DateUtil.isADateFormat(index(style), format)) {
            return Meaning.NUMBER;
        }
        var letters = ORNAMENTS
                .matcher(format.toLowerCase(Locale.ROOT))
                .replaceAll("")
                .split(";", 2)[0];
        if (ELAPSED.matcher(letters).find()) {
            return Meaning.SPAN;
        }
        var time = letters.contains("h") || letters.contains("s");
        var date = letters.contains("y") || letters.contains("d") || !time;
        return date && time ? Meaning.DATE_AND_TIME : time ? Meaning.TIME : Meaning.DATE;
    }

    /** A day of its own where nothing of the day is said, a time where no day is. */
    private Cell date(double value) {
        if (value >= 0 && value < 1) {
            return value == 0 ? number(value, 0) : time(value);
        }
        if (!DateUtil.isValidExcelDate(value)) {
            return new Cell.Refused("no date: %s".formatted(plain(value)));
        }
        var at = DateUtil.getLocalDateTime(value, from1904, true);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? new Cell.Date(at.toLocalDate()) : new Cell.DateTime(at);
    }

    /** A whole date that is shown as a time alone is still a date; nobody means forty thousand days. */
    private Cell span(double value) {
        if (Math.abs(value) > YEARS) {
            return date(value);
        }
        return new Cell.Span(Duration.ofSeconds(Math.round(value * SECONDS_OF_A_DAY)));
    }

    /** In days. */
    private static final double YEARS = 3_000;

    private static Cell time(double value) {
        if (value < 0) {
            return new Cell.Refused("a time before midnight; write it as a text");
        }
        var second = Math.round(value * SECONDS_OF_A_DAY) % SECONDS_OF_A_DAY;
        return new Cell.TimeOfDay(LocalTime.ofSecondOfDay(second));
    }

    private Cell number(double value, int style) {
        var format = format(style);
        var shown = format.equalsIgnoreCase("General") || format.equals("@")
                ? plain(value)
                : formatter.formatRawCellContents(value, index(style), format);
        return new Cell.Number(BigDecimal.valueOf(value), shown.isBlank() ? plain(value) : shown.strip());
    }

    private static String plain(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private short index(int style) {
        return has(style) ? styles.getStyleAt(style).getDataFormat() : 0;
    }

    private String format(int style) {
        var format = has(style) ? styles.getStyleAt(style).getDataFormatString() : null;
        return format == null ? "General" : format;
    }

    private boolean has(int style) {
        return styles != null && style >= 0 && style < styles.getNumCellStyles();
    }
}
