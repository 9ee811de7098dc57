import DataSyntax
import FuzzDriver

/// Every text is read as INI, or its fault lies in it.
@main struct FuzzINI {
  static func main() {
    FuzzDriver.run { start, count in
      let bytes = Array(UnsafeBufferPointer(start: start, count: count))
      do throws(INIReader.Fault) {
        let value = try INIReader.value(of: bytes)
        precondition(value != nil, "a text is no INI file")
      } catch {
        precondition(bytes.indices.contains(error.offset), "a fault lies outside the text")
      }
      return 0
    }
  }
}
