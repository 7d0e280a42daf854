package org.mammoflow.dicom.dcm4che;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.net.storage.StorageContract;
import org.mammoflow.dicom.net.storage.StorageStack;

/** The contract on dcm4che-net. */
class Dcm4cheStackTest implements StorageContract {

    @Override
    public StorageStack stack() {
        return StorageStack.named("dcm4che");
    }

    @Test
    void is_found_by_the_name_of_its_setting() {
        assertThat(stack()).isInstanceOf(Dcm4cheStack.class);
    }
}
