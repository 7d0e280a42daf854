package org.mammoflow.container;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR of the build with the tests in the place of its web tier. */
final class Application {

    private Application() {}

    static EnterpriseArchive withTests(Class<?> test) {
        Path checkout = Path.of(System.getProperty("mammoflow.checkout"));
        EnterpriseArchive application = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class,
                checkout.resolve("ear/target/mammoflow.ear").toFile());
        // Without a list of its modules an EAR has those that lie in it.
        application.delete("META-INF/application.xml");
        application.delete("mammoflow-web.war");
        return application.addAsModule(Testable.archiveToTest(tests(test)));
    }

    private static WebArchive tests(Class<?> test) {
        return ShrinkWrap.create(WebArchive.class, "tests.war")
                .addClasses(
                        test,
                        As.class,
                        AsRadiologist.class,
                        AsArbiter.class,
                        AsNewcomer.class,
                        AsAuditor.class,
                        AsModalityAdmin.class,
                        AsAdmin.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(jarOf(Assertions.class));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
