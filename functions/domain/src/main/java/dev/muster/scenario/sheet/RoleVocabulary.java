package dev.muster.scenario.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the field calls the roles of the default plan, and those of other plans that stand for them. */
public final class RoleVocabulary {

    /** Marks words that mean a role only where nothing else stands beside them. */
    public static final String ALONE = "=";

    private static final Map<String, List<String>> PHRASES = PhraseList.read(RoleVocabulary.class, "role-words.txt");

    private static final Map<String, Set<String>> NAMES = PHRASES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    words -> words.getValue().stream().map(Words::plain).collect(Collectors.toUnmodifiableSet())));

    /** {@code Sprecher:in}, {@code Sprecher/-innen}, {@code Sprecher(in)}, {@code SprecherIn}, {@code Beauftragte:r}. */
    private static final Pattern GENDERED = Pattern.compile(
            "(?:(?<=\\p{L}{3})(?:[:*_]|/-?|\\()(?:in(?:nen)?|r|n)\\)?|(?<=er|or|ist|ant|ent)In(?:nen)?)(?!\\p{L})");

    private RoleVocabulary() {}

    /** By the id of the default plan's role; those marked {@link #ALONE} with their mark. */
    public static Map<String, List<String>> phrases() {
        return PHRASES;
    }

    /** Whether the words as a whole, {@link Words#plain plain}, are what the field calls this role of the default plan. */
    static boolean isCalled(String ofDefault, String plain) {
        return NAMES.getOrDefault(ofDefault, Set.of()).contains(plain);
    }

    /** Without the endings by which German names women beside men. */
    public static String withoutGender(String words) {
        return GENDERED.matcher(words).replaceAll("");
    }
}
