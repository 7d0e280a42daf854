package org.mammoflow.dicom.image.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Restart markers, which cost two bytes and make room for twenty, are kept only where the headers tell of them. */
class EntropyCodedTest {

    @Test
    void keeps_no_more_intervals_than_the_headers_tell_of() {
        byte[] markers = new byte[2 << 20];
        for (int i = 0; i < markers.length / 2; i++) {
            markers[2 * i] = (byte) 0xFF;
            markers[2 * i + 1] = (byte) (Marker.RST0 + i % 8);
        }
        assertThat(EntropyCoded.read(markers, 0, 3).intervals()).isEqualTo(3);
        assertThat(EntropyCoded.read(markers, 0, Integer.MAX_VALUE).intervals()).isEqualTo(1 + (1 << 20));
    }

    @Test
    void tells_how_many_intervals_there_are_where_the_headers_tell_of_more() {
        byte[] one = {1, 2, (byte) 0xFF, (byte) 0xD0, 3, (byte) 0xFF, (byte) 0xD9};
        assertThat(EntropyCoded.read(one, 0, 7).intervals()).isEqualTo(2);
    }
}
