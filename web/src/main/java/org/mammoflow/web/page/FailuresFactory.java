package org.mammoflow.web.page;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link Failures} in front of what Faces does about failures. */
public class FailuresFactory extends ExceptionHandlerFactory {

    public FailuresFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Failures(getWrapped().getExceptionHandler());
    }
}
