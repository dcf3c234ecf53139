package dev.muster.web;

/** The claims of a signed link's token beside {@code iat} and {@code exp}. Short, because links travel in text messages. */
final class Token {

    static final String ROLE = "role";

    /** The drill that a responder takes part in, or that a join link leads to. */
    static final String DRILL = "drill";

    /** The member that a responder is. */
    static final String MEMBER = "member";

    /** The account of a trainer or a leader. */
    static final String ACCOUNT = "account";

    private Token() {}
}
