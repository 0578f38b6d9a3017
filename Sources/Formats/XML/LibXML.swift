// Starting libxml2: once, before any thread uses it, and cut off from files and network.
import CLibXML2

enum LibXML {
  /// Reading it starts the library; Swift runs it once however many threads ask.
  static let isReady: Bool = {
    xmlInitParser()
    // Whatever a document names — a DTD, an entity, another schema — is not fetched.
    xmlSetExternalEntityLoader { _, _, _ in nil }
    // Problems are reported to the context they arise in, or not at all: never to standard error.
    assay_xml_silence()
    return true
  }()
}
