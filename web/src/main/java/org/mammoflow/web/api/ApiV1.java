package org.mammoflow.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources under {@code /api/v1}. */
@ApplicationPath("/api/v1")
public class ApiV1 extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                InstancesResource.class,
                FindingsResource.class,
                StudiesResource.class,
                WorklistResource.class,
                ReportsResource.class,
                ExportsResource.class,
                OutcomesResource.class,
                RereadsResource.class,
                AuditResource.class,
                ReadingResource.class,
                SessionsResource.class,
                DeskResource.class,
                VocabularyResource.class,
                AdministrationResource.class,
                ReadingAdministrationResource.class,
                NetworksResource.class,
                AccountsResource.class,
                ShadowResource.class,
                OpenApiResource.class,
                RefusedAccess.class,
                NotRevealed.class,
                RefusedRequest.class,
                BodyReading.class,
                UnreadableBody.class,
                UnexpectedFailure.class);
    }
}
