package dev.muster.local;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The template's cloud on this machine: its functions, called by its routes, queues and schedule, over DynamoDB Local,
 * ElasticMQ and small stand-ins for SNS, Secrets Manager and S3. Everything listens on loopback; the API also in the local
 * network, if it is told to.
 *
 * <pre>{@code
 * try (var cloud = LocalCloud.start(LocalCloud.Options.of(Path.of("template.yaml")).keptIn(folder))) {
 *     open(cloud.mailboxUrl());
 * }
 * }</pre>
 */
public final class LocalCloud implements AutoCloseable {

    /**
     * How to start.
     *
     * @param template the SAM template
     * @param dataFolder where everything is kept; empty = in memory, gone at the end
     * @param network where the API listens beside loopback, for others; empty = nowhere. Links lead there.
     * @param port of the API; 0 = a free one
     * @param classes that the template's handlers are loaded from
     * @param faults to inject; {@link Faults#NONE} by default
     */
    public record Options(
            Path template,
            Optional<Path> dataFolder,
            Optional<InetAddress> network,
            int port,
            ClassLoader classes,
            Faults faults) {

        /** In memory, on a free port of loopback, without faults. */
        public static Options of(Path template) {
            return new Options(
                    template, Optional.empty(), Optional.empty(), 0, LocalCloud.class.getClassLoader(), Faults.NONE);
        }

        /** Keeps everything in a folder, which is made if it is missing. */
        public Options keptIn(Path folder) {
            return new Options(template, Optional.of(folder), network, port, classes, faults);
        }

        /** Listens at a port. */
        public Options onPort(int wanted) {
            return new Options(template, dataFolder, network, wanted, classes, faults);
        }

        /** Serves others, too, who find this machine at an address. */
        public Options alsoAt(InetAddress address) {
            return new Options(template, dataFolder, Optional.of(address), port, classes, faults);
        }

        /** Injects faults. */
        public Options with(Faults wanted) {
            return new Options(template, dataFolder, network, port, classes, wanted);
        }
    }

    private static final int TOKEN_BYTES = 18;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Options options;
    private final Faults.Source faults;
    private final Template template;
    private DataFolder folder;
    private Mailbox mailbox;
    private Fronts fronts;
    private String mailboxPath;
    private Map<String, String> environment;
    private Map<String, HostedFunction> functions;

    private LocalCloud(Options options) {
        this.options = options;
        this.faults = new Faults.Source(options.faults());
        this.template = Template.read(options.template());
    }

    /**
     * Starts everything; returns when requests are served.
     *
     * @throws TemplateException where the template cannot be played
     * @throws IllegalStateException where the data folder is in use
     * @throws UncheckedIOException where a port or the folder cannot be opened
     */
    public static LocalCloud start(Options options) {
        // Without it the JDK's server answers on a kept connection some 40 ms late.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var cloud = new LocalCloud(options);
        try {
            cloud.open();
            return cloud;
        } catch (IOException e) {
            cloud.closeAfter(e);
            throw new UncheckedIOException("The local cloud does not start: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            cloud.closeAfter(e);
            throw e;
        }
    }

    /** Where the API answers, and where links lead, without a closing slash. */
    public String baseUrl() {
        return fronts.everywhere();
    }

    /** Where the API answers this machine, without a closing slash. */
    public String loopbackUrl() {
        return fronts.here();
    }

    /** The page that shows what people received; this machine alone gets it. */
    public String mailboxUrl() {
        return fronts.here() + mailboxPath;
    }

    /** Serves a page at exactly this path beside the API, to this machine alone. */
    public void serveHere(String path, HttpHandler page) {
        fronts.serveHere(path, page);
    }

    /** Serves a page at exactly this path beside the API, to everybody who gets the API. */
    public void serveEverywhere(String path, HttpHandler page) {
        fronts.serveEverywhere(path, page);
    }

    /** What people received. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** The folder of blobs: the file of an object has its key as its path. */
    public Path blobs() {
        return folder.path().resolve("blobs");
    }

    /**
     * The environment of a function, for whoever wants to use the same table and queues.
     *
     * @param function logical id in the template
     */
    public Map<String, String> environment(String function) {
        return environmentOf(functions.get(function).definition());
    }

    /** Stops everything; what functions are doing is interrupted. */
    @Override
    public void close() {
        var failures = new ArrayList<Exception>();
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            var failure = new IllegalStateException("The local cloud did not stop cleanly", failures.getFirst());
            failures.stream().skip(1).forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private void closeAfter(Exception cause) {
        try {
            close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void open() throws IOException {
        folder = opened(DataFolder.open(options.dataFolder()));
        mailbox = opened(openMailbox());
        fronts = opened(Fronts.open(options.network(), options.port()));
        mailboxPath = "/mailbox/" + token();

        var tableStart =
                inParallel(() -> TableBackend.start(folder.lasting().map(data -> data.resolve("dynamodb")), faults));
        var queueStart = inParallel(QueueBackend::start);
        var table = opened(await(tableStart));
        var queue = opened(await(queueStart));
        connect(table, queue);
    }

    private void connect(TableBackend table, QueueBackend queue) throws IOException {
        var physical = new LocalResources(queue::urlOf, baseUrl());
        var stack = Stack.of(template, new Resolver(template, physical, Map.of("BaseUrl", baseUrl())));
        var services = opened(services(stack));
        environment = endpoints(table, queue, services);

        var dynamo = opened(client(DynamoDbClient.builder(), table.endpoint()));
        var sqs = opened(client(SqsClient.builder(), queue.endpoint()));
        TableBackend.create(dynamo, template, stack.tables());
        QueueBackend.create(sqs, stack.queues());

        opened.push(this::stopThreads);
        var hosted = host(stack);
        functions = hosted.stream()
                .collect(Collectors.toUnmodifiableMap(f -> f.definition().logicalId(), f -> f));
        serve(hosted);
        trigger(stack, hosted, sqs, queue);
    }

    private void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(2, TimeUnit.SECONDS);
    }

    private List<HostedFunction> host(Stack stack) {
        return stack.functions().stream()
                .map(function ->
                        HostedFunction.start(template, function, environmentOf(function), options.classes(), threads))
                .toList();
    }

    private void serve(List<HostedFunction> hosted) {
        var page = new MailboxPage(mailbox, mailboxPath, baseUrl());
        page.paths().forEach(path -> serveHere(path, page::serve));
        fronts.start(new HttpFront(template, hosted)::serve, threads);
    }

    private void trigger(Stack stack, List<HostedFunction> hosted, SqsClient sqs, QueueBackend backend) {
        for (var function : hosted) {
            for (var trigger : function.definition().triggers()) {
                switch (trigger) {
                    case Stack.Trigger.Route route -> {
                        // The front serves it.
                    }
                    case Stack.Trigger.Schedule schedule ->
                        opened(new SchedulePulse(schedule, function, threads)).start();
                    case Stack.Trigger.Messages messages -> {
                        var url = backend.urlOf(queueOf(stack, messages).name());
                        opened(new QueuePoller(sqs, url, messages, function, threads, faults))
                                .start();
                    }
                }
            }
        }
    }

    private Stack.Queue queueOf(Stack stack, Stack.Trigger.Messages messages) {
        return stack.queues().stream()
                .filter(queue -> queue.arn().equals(messages.queueArn()))
                .findFirst()
                .orElseThrow(() -> template.error(messages.at(), "no queue has the ARN " + messages.queueArn()));
    }

    private LocalServices services(Stack stack) throws IOException {
        var topics = namesOf("AWS::SNS::Topic")
                .map(name -> LocalAccount.arn("sns", name))
                .collect(Collectors.toSet());
        var buckets = namesOf("AWS::S3::Bucket").collect(Collectors.toSet());
        return LocalServices.start(
                threads,
                new NotificationService(topics, mailbox::add),
                SecretService.of(stack.secrets(), folder.lasting()),
                new BlobService(buckets, folder.path()));
    }

    private java.util.stream.Stream<String> namesOf(String type) {
        return template.resources().values().stream()
                .filter(resource -> resource.type().equals(type))
                .map(resource -> LocalResources.nameOf(resource));
    }

    private Mailbox openMailbox() throws IOException {
        return folder.lasting().isPresent() ? Mailbox.at(folder.path().resolve("mailbox.jsonl")) : Mailbox.inMemory();
    }

    private Map<String, String> environmentOf(Stack.Function function) {
        var all = new HashMap<>(environment);
        all.putAll(function.environment());
        all.put("AWS_LAMBDA_FUNCTION_NAME", function.logicalId());
        return Map.copyOf(all);
    }

    /** Every service has an address here, so that no call can leave this machine. */
    private static Map<String, String> endpoints(TableBackend table, QueueBackend queue, LocalServices services) {
        return Map.of(
                "AWS_REGION", LocalAccount.REGION,
                "AWS_ACCESS_KEY_ID", LocalAccount.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", LocalAccount.ACCESS_KEY,
                "AWS_ENDPOINT_URL", services.endpoint("unknown"),
                "AWS_ENDPOINT_URL_DYNAMODB", table.endpoint().toString(),
                "AWS_ENDPOINT_URL_SQS", queue.endpoint().toString(),
                "AWS_ENDPOINT_URL_SNS", services.endpoint(""),
                "AWS_ENDPOINT_URL_S3", services.endpoint("s3"),
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", services.endpoint("secretsmanager"));
    }

    private static <
                    B extends
                            AwsSyncClientBuilder<B, C>
                                    & software.amazon.awssdk.awscore.client.builder.AwsClientBuilder<B, C>,
                    C>
            C client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(LocalAccount.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(LocalAccount.ACCESS_KEY, LocalAccount.ACCESS_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.push(resource);
        return resource;
    }

    private <T> Future<T> inParallel(Callable<T> start) {
        return threads.submit(start);
    }

    private static <T> T await(Future<T> start) throws IOException {
        try {
            return start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while starting");
        }
    }

    private static String token() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
