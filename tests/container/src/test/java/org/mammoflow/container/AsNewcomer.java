package org.mammoflow.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;
import org.mammoflow.access.Role;

@Stateless
@LocalBean
@PermitAll
@RunAs(Role.NEWCOMER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AsNewcomer implements As {

    @Override
    public <T> T call(Callable<T> deed) throws Exception {
        return deed.call();
    }
}
