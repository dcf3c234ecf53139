package dev.muster.local;

import java.util.Map;

/** The account and Region that this machine plays. */
final class LocalAccount {

    static final String REGION = "eu-central-1";
    static final String ID = "000000000000";

    /** DynamoDB Local accepts letters and digits only. */
    static final String ACCESS_KEY = "local";

    static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::Region", REGION,
            "AWS::AccountId", ID,
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "muster");

    private LocalAccount() {}

    static String physicalName(String logicalId) {
        return "muster-" + logicalId;
    }

    static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ID + ":" + resource;
    }
}
