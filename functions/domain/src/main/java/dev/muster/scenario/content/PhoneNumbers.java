package dev.muster.scenario.content;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Telephone numbers, as people write them: with a country code, with a leading zero, as in North America, or behind a word
 * such as "call". What else is made of digits (prices, dates, times, booking codes, card numbers, quantities) is none: it
 * has no leading zero, no plus, other groups, or a word before it that says what it is.
 */
final class PhoneNumbers {

    /** Digits with what people put between them. Bounded, since a file may hold nothing but digits. */
    private static final Pattern RUN = Pattern.compile("[+(]{0,2}\\d(?:[ ./()-]{0,3}\\d){0,60}");

    /** As in +33 6 39 98 12 34, and two more. */
    private static final int MOST_GROUPS = 8;

    /** Made of digits in groups, and nobody's telephone number. */
    private static final List<Pattern> OTHER_NUMBERS = List.of(
            // Card numbers, bank accounts.
            Pattern.compile("\\b\\d{4}[ -]\\d{4}[ -]\\d{4}[ -]\\d{1,4}\\b"),
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b"),
            // Dates, and spans of them.
            Pattern.compile(
                    "(?<![\\d./-])(?:19|20)\\d\\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\\d|3[01])(?![./-]?\\d)"),
            Pattern.compile(
                    "(?<![\\d./-])(?:0?[1-9]|[12]\\d|3[01])([-./])(?:0?[1-9]|1[0-2])\\1(?:(?:19|20)\\d\\d|\\d\\d)(?![./-]?\\d)"),
            Pattern.compile(
                    "(?<![\\d./-])(?:0?[1-9]|1[0-2])([-./])(?:0?[1-9]|[12]\\d|3[01])\\1(?:19|20)\\d\\d(?![./-]?\\d)"),
            Pattern.compile("\\b(?:19|20)\\d\\d ?[-/] ?(?:19|20)\\d\\d\\b"),
            // Money.
            Pattern.compile("[\\p{Sc}] ?[+-]?\\d[\\d ,.']*"),
            Pattern.compile("\\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|JPY|AUD|CAD|Rs\\.?) ?\\d[\\d ,.']*"),
            // Times.
            Pattern.compile("\\b\\d{1,2}:\\d\\d(?::\\d\\d)?\\b"));

    private static final Pattern SAYS_SOMETHING_ELSE = Pattern.compile(
            "(?i)\\b(?:ref(?:erence)?|booking|order|invoice|account|acct|card|policy|claim|case|ticket|serial|batch|lot|passport"
                    + "|licen[cs]e|sort code|meter|tracking|parcel|consignment|isbn|iban|imo|mmsi|ean|gtin|part|model|customer"
                    + "|receipt|voucher|pin|code|id|row|rows|file|container|flight|train|room|nhs|vat|tax|registration)"
                    + "(?: (?:no|nr|number|numbers|code|codes|id)\\.?)?(?: (?:is|was))?\\s*[:#(]?\\s*$");

    private static final Pattern SAYS_TELEPHONE = Pattern.compile(
            "(?i)\\b(?:tel|telephone|telefon|phone|mobile|call|calls|called|calling|ring|rang|dial|text|texted|sms|whatsapp"
                    + "|hotline|helpline|fax|rufnummer|anrufen|t[ée]l[ée]phone|t[ée]l|tel[ée]fono|appele[rz])"
                    + "\\b\\.?[^\\n.!?]{0,24}$");

    /** Digits in three groups of three and so on: a quantity. */
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:([ .'])\\d{3})(?:\\1\\d{3})*");

    /** From one number to a larger one that starts alike. */
    private static final Pattern SPAN = Pattern.compile("(\\d{2,})(\\d{1,2}) ?- ?\\1(\\d{1,2})");

    private static final Pattern NORTH_AMERICAN = Pattern.compile("(?:1 )?[2-9]\\d\\d [2-9]\\d\\d \\d{4}");
    private static final Pattern LOCAL_AMERICAN = Pattern.compile("555 \\d{4}");
    private static final Pattern AUSTRALIAN_SERVICE = Pattern.compile("1[389]00 \\d{3} \\d{3}");
    private static final Pattern TRUNK_GROUPS = Pattern.compile("0[1-9]\\d{0,4}(?: \\d{2,8}){1,4}(?: \\d)?");
    private static final Pattern TRUNK_AT_ONCE = Pattern.compile("0[1-9]\\d{8,10}");
    private static final Pattern AFTER_A_WORD = Pattern.compile("\\d{2,}(?: \\d{2,})*");

    private PhoneNumbers() {}

    static void take(Draft draft, Collection<WayOut> found) {
        OTHER_NUMBERS.forEach(other -> draft.take(other, match -> {}));
        var text = draft.left();
        RUN.matcher(text).results().forEach(match -> {
            if (!isPartOfACode(text, match.start(), match.end())) {
                takeFrom(Digits.of(text, match.start(), match.end()), draft, found);
            }
        });
    }

    /** Several numbers may stand in one run, with a space between them: takes one after the other. */
    private static void takeFrom(Digits run, Draft draft, Collection<WayOut> found) {
        var first = 0;
        while (first < run.groups()) {
            var reserved = longest(run, first, ReservedNumbers::contain);
            var somebodys =
                    reserved.isPresent() ? Optional.<Digits>empty() : longest(run, first, PhoneNumbers::isTelephone);
            somebodys.ifPresent(it -> found.add(new WayOut(it.start(), it.end(), message(draft, it))));
            first += reserved.or(() -> somebodys).map(Digits::groups).orElse(1);
        }
    }

    private static Optional<Digits> longest(Digits run, int first, Predicate<Digits> wanted) {
        var furthest = Math.min(run.groups(), first + MOST_GROUPS) - 1;
        return IntStream.iterate(furthest, last -> last >= first, last -> last - 1)
                .mapToObj(last -> run.part(first, last))
                .filter(wanted)
                .findFirst();
    }

    private static boolean isPartOfACode(String text, int start, int end) {
        var before = text.substring(Math.max(0, start - 2), start);
        var behind = text.substring(end, Math.min(text.length(), end + 2));
        return before.matches("(?s).*[\\p{L}\\p{N}_#*]|(?s).*[\\p{L}\\p{N}_][-/]")
                || behind.matches("(?s)[\\p{L}\\p{N}_%].*|(?s)[-/:,]\\p{L}?[\\p{L}\\p{N}].*");
    }

    private static boolean isTelephone(Digits number) {
        var before = number.before();
        if (SAYS_SOMETHING_ELSE.matcher(before).find()) {
            return false;
        }
        return isInternational(number)
                || isNational(number)
                || (SAYS_TELEPHONE.matcher(before).find() && isLikeOne(number));
    }

    private static boolean isInternational(Digits number) {
        var count = number.digits().length();
        if (number.plus()) {
            return count >= 8 && count <= 15 && !number.digits().startsWith("0");
        }
        return number.digits().matches("00[1-9]\\d{8,14}");
    }

    private static boolean isNational(Digits number) {
        var count = number.digits().length();
        var spaced = number.spaced();
        return (TRUNK_GROUPS.matcher(spaced).matches() && count <= 12 && count >= (spaced.startsWith("08") ? 8 : 9))
                || TRUNK_AT_ONCE.matcher(spaced).matches()
                || NORTH_AMERICAN.matcher(spaced).matches()
                || LOCAL_AMERICAN.matcher(spaced).matches()
                || AUSTRALIAN_SERVICE.matcher(spaced).matches();
    }

    private static boolean isLikeOne(Digits number) {
        var count = number.digits().length();
        return count >= 7
                && count <= 12
                && AFTER_A_WORD.matcher(number.spaced()).matches()
                && !THOUSANDS.matcher(number.written()).matches()
                && !SPAN.matcher(number.written()).matches();
    }

    private static String message(Draft draft, Digits number) {
        return "telephone number \"%s\" may be somebody's; write one that is reserved for drama, such as %s"
                .formatted(
                        draft.written(number.start(), number.end()),
                        ReservedNumbers.like(number).orElse("020 7946 0171"));
    }
}
