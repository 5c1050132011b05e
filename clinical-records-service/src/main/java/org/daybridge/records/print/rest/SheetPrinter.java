package org.daybridge.records.print.rest;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.daybridge.records.print.Sheet;
import org.daybridge.records.print.Sheet.Part;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.ListItem;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Sets a sheet as a PDF on letter paper, with embedded fonts, so that names print as they are
 * written. Neither the file's name nor its properties tell what it is about: a phone shows both.
 */
@Singleton
public class SheetPrinter {

  public static final String PDF = "application/pdf";

  private static final float MARGIN = 56;

  /** A heading lower than this would stand alone at the foot of its page. */
  private static final float LAST_HEADING = 150;

  private static final Color INK = new Color(0x22, 0x2b, 0x33);
  private static final Color ACCENT = new Color(0x1f, 0x5f, 0x6b);
  private static final Color RULE = new Color(0xc9, 0xd3, 0xd6);
  private static final Color SHADE = new Color(0xee, 0xf3, 0xf4);

  private final BaseFont regular = face("LiberationSans-Regular.ttf");
  private final BaseFont bold = face("LiberationSans-Bold.ttf");

  /** The printed sheet as a download that nobody caches. */
  public RestResponse<byte[]> answer(Sheet sheet) {
    return ResponseBuilder.ok(print(sheet))
        .header("Content-Type", PDF)
        .header("Content-Disposition", "attachment; filename=\"document.pdf\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  public byte[] print(Sheet sheet) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new Document(PageSize.LETTER, MARGIN, MARGIN, MARGIN, MARGIN + 14)) {
      var writer = PdfWriter.getInstance(document, bytes);
      writer.setPageEvent(new Foot(sheet.foot()));
      document.addTitle("Document");
      document.open();
      document.add(spaced(new Paragraph(shown(bold, sheet.title()), font(bold, 20, ACCENT)), 0, 4));
      document.add(
          spaced(new Paragraph(shown(regular, sheet.lead()), font(regular, 11, INK)), 0, 8));
      for (var part : sheet.parts()) {
        if (part instanceof Part.Heading && writer.getVerticalPosition(false) < LAST_HEADING) {
          document.newPage();
        }
        document.add(set(part));
      }
    }
    return bytes.toByteArray();
  }

  private Element set(Part part) {
    return switch (part) {
      case Part.Heading(var text) -> heading(text);
      case Part.Words(var text) ->
          spaced(new Paragraph(15, shown(regular, text), font(regular, 11, INK)), 2, 4);
      case Part.Points points -> points(points);
      case Part.Grid grid -> grid(grid);
    };
  }

  private Paragraph heading(String text) {
    return spaced(new Paragraph(16, shown(bold, text), font(bold, 13, ACCENT)), 10, 4);
  }

  private org.openpdf.text.List points(Part.Points points) {
    var list = new org.openpdf.text.List(false, 14);
    list.setListSymbol(new org.openpdf.text.Chunk("•", font(regular, 11, ACCENT)));
    points
        .texts()
        .forEach(
            text -> {
              var item = new ListItem(15, shown(regular, text), font(regular, 11, INK));
              item.setSpacingAfter(2);
              list.add(item);
            });
    return list;
  }

  private PdfPTable grid(Part.Grid grid) {
    var table = new PdfPTable(grid.head().size());
    table.setWidthPercentage(100);
    table.setSpacingBefore(4);
    table.setSpacingAfter(6);
    table.setHeaderRows(1);
    grid.head().forEach(text -> table.addCell(cell(text, bold, SHADE)));
    grid.rows()
        .forEach(row -> row.forEach(text -> table.addCell(cell(text, regular, Color.WHITE))));
    return table;
  }

  private static PdfPCell cell(String text, BaseFont face, Color ground) {
    var cell = new PdfPCell(new Phrase(13, shown(face, text), font(face, 9.5f, INK)));
    cell.setPadding(5);
    cell.setBorderColor(RULE);
    cell.setBackgroundColor(ground);
    return cell;
  }

  private static Paragraph spaced(Paragraph paragraph, float before, float after) {
    paragraph.setSpacingBefore(before);
    paragraph.setSpacingAfter(after);
    return paragraph;
  }

  private static Font font(BaseFont face, float size, Color color) {
    return new Font(face, size, Font.NORMAL, color);
  }

  /** A letter that the font lacks shows as a box: a reader sees that something is missing. */
  private static String shown(BaseFont face, String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(
            each ->
                shown.appendCodePoint(
                    each == '\n' || each == ' ' || face.charExists(each) ? each : '\u25a1'));
    return shown.toString();
  }

  private static BaseFont face(String name) {
    try (var font = SheetPrinter.class.getResourceAsStream("/liberation/" + name)) {
      if (font == null) throw new IllegalStateException("The font " + name + " is not there");
      return BaseFont.createFont(
          name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line under each page, with its number. */
  private final class Foot extends PdfPageEventHelper {
    private final String text;

    Foot(String text) {
      this.text = text;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
      var canvas = writer.getDirectContent();
      var small = font(regular, 8, Color.DARK_GRAY);
      var line = document.bottom() - 20;
      ColumnText.showTextAligned(
          canvas,
          Element.ALIGN_LEFT,
          new Phrase(shown(regular, text), small),
          document.left(),
          line,
          0);
      ColumnText.showTextAligned(
          canvas,
          Element.ALIGN_RIGHT,
          new Phrase(Integer.toString(writer.getPageNumber()), small),
          document.right(),
          line,
          0);
    }
  }
}
