package dev.muster.web;

import java.util.UUID;

/**
 * How somebody looks at a page: in which language, and from how deep below the API's root, because addresses in pages are
 * relative.
 *
 * @param root what leads from the page's address to the API's root, such as {@code ../}
 */
public record View(Words words, String root) {

    static View of(Request request) {
        var depth = request.path().chars().filter(one -> one == '/').count();
        return new View(request.words(), depth <= 1 ? "./" : "../".repeat((int) depth - 1));
    }

    /** Where an asset lies, from this page. */
    public String asset(String name) {
        return root + Assets.address(name);
    }

    /** A new key under which a form counts once, however often it is sent. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** What our scripts say, as a JSON object: the words whose keys begin with {@code js.}, without that. */
    public String wordsForScripts() {
        return words.forScripts();
    }

    public String say(String key, Object... facts) {
        return words.say(key, facts);
    }

    /** For a page's {@code lang}. */
    public String language() {
        return words.language();
    }
}
