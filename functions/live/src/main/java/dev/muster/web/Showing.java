package dev.muster.web;

/**
 * How things are shown on one responder's page.
 *
 * @param token the last part of the page's address
 * @param over whether the drill is over: nothing waits any more
 */
record Showing(View view, Labels labels, Moments moments, String token, boolean over) {

    String say(String key, Object... facts) {
        return view.say(key, facts);
    }
}
