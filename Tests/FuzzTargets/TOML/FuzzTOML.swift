import DataSyntax
import FuzzDriver

/// A TOML text must be read or refused, at a place inside it.
@main struct FuzzTOML {
  static func main() {
    FuzzDriver.run { start, count in
      let bytes = Array(UnsafeBufferPointer(start: start, count: count))
      do throws(TOMLReader.Fault) {
        _ = try TOMLReader.value(of: bytes)
      } catch {
        precondition(error.offset <= count, "a fault lies beyond the end")
      }
      return 0
    }
  }
}
