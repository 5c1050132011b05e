package org.daybridge.outcomes.chart.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.daybridge.outcomes.chart.Chart;
import org.daybridge.outcomes.chart.Pictures;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Draws without a screen. An SVG names itself by title and description, a PNG carries both as text
 * chunks; neither refers to anything outside itself.
 */
@ApplicationScoped
class DrawnPictures implements Pictures {
  static final int WIDTH = 960;
  static final int HEIGHT = 540;

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final String PNG_TREE = "javax_imageio_png_1.0";

  @Override
  public byte[] svg(Chart chart) {
    Document document = document();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
    draw(chart, graphics);
    Element root = graphics.getRoot();
    root.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
    root.setAttribute("role", "img");
    root.setAttribute("aria-labelledby", "title description");
    Element description = text(document, "desc", "description", chart.alt());
    root.insertBefore(description, root.getFirstChild());
    root.insertBefore(text(document, "title", "title", chart.title()), description);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(root), new StreamResult(bytes));
    } catch (TransformerException e) {
      throw new IllegalStateException("An SVG can't be written", e);
    }
    return bytes.toByteArray();
  }

  @Override
  public byte[] png(Chart chart) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    try {
      draw(chart, graphics);
    } finally {
      graphics.dispose();
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, words(writer, image, chart)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static void draw(Chart chart, Graphics2D graphics) {
    ChartPlot.of(chart).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("An SVG can't be begun", e);
    }
  }

  private static Element text(Document document, String name, String id, String words) {
    Element element = document.createElementNS(NAMESPACE, name);
    element.setAttribute("id", id);
    element.setTextContent(words);
    return element;
  }

  /** International text chunks, as PNG has them for words that are not Latin. */
  private static IIOMetadata words(ImageWriter writer, BufferedImage image, Chart chart)
      throws IIOInvalidTreeException {
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
    IIOMetadataNode texts = new IIOMetadataNode("iTXt");
    texts.appendChild(entry("Title", chart.title()));
    texts.appendChild(entry("Description", chart.alt()));
    IIOMetadataNode root = new IIOMetadataNode(PNG_TREE);
    root.appendChild(texts);
    metadata.mergeTree(PNG_TREE, root);
    return metadata;
  }

  private static IIOMetadataNode entry(String keyword, String words) {
    IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
    entry.setAttribute("keyword", keyword);
    entry.setAttribute("compressionFlag", "FALSE");
    entry.setAttribute("compressionMethod", "0");
    entry.setAttribute("languageTag", "en");
    entry.setAttribute("translatedKeyword", keyword);
    entry.setAttribute("text", words);
    return entry;
  }
}
