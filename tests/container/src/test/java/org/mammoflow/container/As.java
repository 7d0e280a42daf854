package org.mammoflow.container;

import java.util.concurrent.Callable;

/** Does something in a role. */
interface As {

    <T> T call(Callable<T> deed) throws Exception;
}
