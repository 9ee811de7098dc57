import DataSyntax
import FuzzDriver

/// An XML text must be read or refused, at a place inside it.
@main struct FuzzXML {
  static func main() {
    FuzzDriver.run { start, count in
      let bytes = Array(UnsafeBufferPointer(start: start, count: count))
      do throws(XMLReader.Fault) {
        let root = try XMLReader.root(of: bytes)
        precondition(root.text.utf8.count <= count, "a text is longer than the document")
      } catch {
        precondition(error.offset <= count, "a fault lies beyond the end")
      }
      return 0
    }
  }
}
