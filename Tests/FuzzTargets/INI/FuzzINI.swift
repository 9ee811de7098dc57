import DataSyntax
import FuzzDriver

/// Every text is read as INI, whatever it holds.
@main struct FuzzINI {
  static func main() {
    FuzzDriver.run { start, count in
      let bytes = Array(UnsafeBufferPointer(start: start, count: count))
      precondition(INIReader.value(of: bytes) != nil, "a text is no INI file")
      return 0
    }
  }
}
