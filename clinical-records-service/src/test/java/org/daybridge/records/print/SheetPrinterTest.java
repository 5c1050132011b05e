package org.daybridge.records.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.daybridge.records.print.Sheet.Part;
import org.daybridge.records.print.rest.SheetPrinter;
import org.junit.jupiter.api.Test;

class SheetPrinterTest {

  private final SheetPrinter printer = new SheetPrinter();

  @Test
  void namesPrintAsTheyAreWritten() throws IOException {
    assertThat(text(sheet(new Part.Words("Zoë Łukasz Ñuñez Ірина Γιώργος"))))
        .contains("Zoë Łukasz Ñuñez Ірина Γιώργος");
  }

  @Test
  void aLetterThatTheFontLacksShowsAsABox() throws IOException {
    assertThat(text(sheet(new Part.Words("call 李 today")))).contains("call □ today");
  }

  @Test
  void everythingOfALongSheetIsOnItsPagesAndEachPageHasItsFoot() throws IOException {
    var points = IntStream.rangeClosed(1, 120).mapToObj(each -> "point number " + each).toList();
    var rows = IntStream.rangeClosed(1, 80).mapToObj(each -> List.of("row " + each, "x")).toList();
    try (var document =
        Loader.loadPDF(
            printer.print(
                sheet(new Part.Points(points), new Part.Grid(List.of("What", "How"), rows))))) {
      var text = new PDFTextStripper().getText(document);
      assertThat(points).allSatisfy(each -> assertThat(text).contains(each));
      assertThat(text).contains("row 80");
      assertThat(document.getNumberOfPages()).isGreaterThan(3);
      assertThat(text.split("Version 2, signed", -1)).hasSize(document.getNumberOfPages() + 1);
    }
  }

  @Test
  void fontsAreEmbeddedAndThePropertiesTellNothing() throws IOException {
    try (var document = Loader.loadPDF(printer.print(sheet(new Part.Words("quiet"))))) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Document");
      assertThat(document.getDocumentInformation().getAuthor()).isNull();
      var resources = document.getPage(0).getResources();
      assertThat(StreamSupport.stream(resources.getFontNames().spliterator(), false))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(resources.getFont(name).isEmbedded()).isTrue());
    }
  }

  private static Sheet sheet(Part... parts) {
    return new Sheet(
        "My safety plan", "This plan is mine.", List.of(parts), "Version 2, signed 2026-11-26");
  }

  private String text(Sheet sheet) throws IOException {
    try (var document = Loader.loadPDF(printer.print(sheet))) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Leaves pages as pictures, for people to look at, in target/printed. */
  public static void picture(String name, byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var folder = Files.createDirectories(Path.of("target/printed"));
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        var picture = new PDFRenderer(document).renderImageWithDPI(page, 80);
        ImageIO.write(picture, "png", folder.resolve(name + "-" + (page + 1) + ".png").toFile());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
