package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/**
 * The greys on the reader's screen are those that dcmtk draws of the same file, after DICOM, DICOMweb, decoding and canvas:
 * within one of 256 levels, which is what rounding may do.
 */
class ViewerShowsWhatDcmtkShowsIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();
    private static final int ROUNDING = 1;
    // The footer says centre and width in whole numbers; the window that is drawn has fractions.
    private static final int ROUNDED_WINDOW = 2;
    private static final String READ = """
            (canvas, [rows, columns, steps]) => {
              const scale = Math.min(canvas.width / columns, canvas.height / rows);
              const tile = canvas.parentElement;
              const spare = canvas.width - columns * scale;
              const left = tile.classList.contains('mfv-right') ? spare : tile.classList.contains('mfv-left') ? 0 : spare / 2;
              const top = (canvas.height - rows * scale) / 2;
              const step = (i, length) => ((i + 0.5) * length * scale) / steps;
              const context = canvas.getContext('2d');
              const greys = [];
              for (let row = 0; row < steps; row++)
                for (let column = 0; column < steps; column++)
                  greys.push(context.getImageData(left + step(column, columns), top + step(row, rows), 1, 1).data[0]);
              return greys;
            }""";

    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void sign_in() {
        browser = Browser.open(SERVER);
        page = browser.signIn("radiologist");
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MONOCHROME2", "MONOCHROME1"})
    void a_linear_window_of_the_header(String photometricInterpretation) {
        StepWedge wedge = StepWedge.with(photometricInterpretation, StepWedge.window(1700, 2100, "LINEAR"));
        show(wedge);
        isClose(greys(wedge), wedge.drawnByDcmtk("+Wi", "1"), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MONOCHROME2", "MONOCHROME1"})
    void a_sigmoid_window_of_the_header(String photometricInterpretation) {
        StepWedge wedge = StepWedge.with(photometricInterpretation, StepWedge.window(1850, 2200, "SIGMOID"));
        show(wedge);
        isClose(greys(wedge), wedge.drawnByDcmtk("+Wi", "1", "+Wfs"), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MONOCHROME2", "MONOCHROME1"})
    void a_voi_lut_of_the_header(String photometricInterpretation) {
        StepWedge wedge =
                StepWedge.with(photometricInterpretation, new Attributes().setItems(Tag.VOILUTSequence, lut()));
        show(wedge);
        isClose(greys(wedge), wedge.drawnByDcmtk("+Wl", "1"), ROUNDING);
    }

    @Test
    void inverted_by_the_reader_every_grey_is_its_opposite() {
        StepWedge wedge = StepWedge.with("MONOCHROME2", StepWedge.window(1700, 2100, "LINEAR"));
        show(wedge);
        page.keyboard().press("i");
        List<Integer> opposites =
                wedge.drawnByDcmtk("+Wi", "1").stream().map(grey -> 255 - grey).toList();
        isClose(greys(wedge), opposites, ROUNDING);
    }

    @Test
    void a_window_that_the_reader_sets_by_keys_is_the_one_that_she_is_told() {
        StepWedge wedge = StepWedge.with("MONOCHROME2", StepWedge.window(2000, 2000, "LINEAR"));
        show(wedge);
        for (String key : List.of("Control+ArrowUp", "Control+ArrowUp", "Control+ArrowRight", "Control+ArrowRight")) {
            page.keyboard().press(key);
        }
        assertThat(tile(wedge).locator(".mfv-footer")).containsText("C 1800 W 1637");
        isClose(greys(wedge), wedge.drawnByDcmtk("+Ww", "1800", "1637"), ROUNDED_WINDOW);
    }

    private static Attributes lut() {
        int first = 500;
        ByteBuffer entries = ByteBuffer.allocate(3000 * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, 3000)
                .forEach(i -> entries.putShort((short) Math.round(4095 / (1 + Math.exp((1500 - i) / 300.0)))));
        return new Attributes()
                .setInt(Tag.LUTDescriptor, 3000, first, 12)
                .setBytes(Tag.LUTData, Vr.OW, entries.array());
    }

    private static void show(StepWedge wedge) {
        new Sender(SERVER).storescu(List.of(wedge.mammogram()));
        new Answers(SERVER).ended(List.of(wedge.mammogram()));
        page.navigate(browser.url("case.xhtml?study=" + wedge.mammogram().studyInstanceUid()));
        assertThat(tile(wedge)).hasAttribute("data-picture", "full");
        assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
    }

    private static Locator tile(StepWedge wedge) {
        return page.locator(".mfv-tile[data-sop='" + wedge.mammogram().sopInstanceUid() + "']");
    }

    /** The grey of the middle of each step on the canvas, once it stands still. */
    @SuppressWarnings("unchecked")
    private static List<Integer> greys(StepWedge wedge) {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return (List<Integer>) tile(wedge)
                .locator("canvas.mfv-canvas")
                .evaluate(READ, List.of(StepWedge.ROWS, StepWedge.COLUMNS, StepWedge.STEPS));
    }

    private static void isClose(List<Integer> ours, List<Integer> theirs, int tolerance) {
        assertThat(theirs.stream().distinct().count())
                .as("dcmtk's picture has greys")
                .isGreaterThan(50);
        int[] differences = IntStream.range(0, theirs.size())
                .map(i -> Math.abs(ours.get(i) - theirs.get(i)))
                .toArray();
        assertThat(IntStream.of(differences).max().orElseThrow())
                .as("ours %s, dcmtk's %s", ours, theirs)
                .isLessThanOrEqualTo(tolerance);
    }
}
