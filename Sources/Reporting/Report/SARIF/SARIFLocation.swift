import DataSyntax
import Diagnostics

/// Places in the terms of SARIF.
enum SARIFLocation {
  /// A result's location, with the names of what is meant where the place does not tell.
  static func value(of place: Place, logical: [String]) -> JSONText {
    .members([
      ("physicalLocation", physical(place)),
      (
        "logicalLocations",
        logical.isEmpty ? nil : .array(logical.map { .members([("fullyQualifiedName", .string($0))]) })
      ),
    ])
  }

  /// A place that helps to see why.
  static func noted(_ place: Place, id: Int?, _ message: String) -> JSONText {
    .members([
      ("id", id.map { .integer($0) }), ("physicalLocation", physical(place)),
      ("message", .members([("text", .string(message))])),
    ])
  }

  /// The replacements of a fix, by file in the order of the files.
  static func fix(_ fix: Finding.Fix) -> JSONText {
    let files = Set(fix.edits.map(\.place.file)).sorted()
    return .members([
      ("description", .members([("text", .string("\(fix.safety.rawValue) fix"))])),
      (
        "artifactChanges",
        .array(
          files.map { file in
            .members([
              ("artifactLocation", artifact(file)),
              ("replacements", .array(fix.edits.filter { $0.place.file == file }.map(replacement))),
            ])
          })
      ),
    ])
  }

  private static func replacement(_ edit: Finding.Fix.Edit) -> JSONText {
    .members([
      ("deletedRegion", region(edit.place)), ("insertedContent", .members([("text", .string(edit.text))])),
    ])
  }

  private static func physical(_ place: Place) -> JSONText {
    let line: JSONText? =
      place.snippet.isEmpty || place.snippetColumn > 1
      ? nil
      : .members([
        ("startLine", .integer(place.start.line)), ("snippet", .members([("text", .string(place.snippet))])),
      ])
    return .members([
      ("artifactLocation", artifact(place.file)), ("region", region(place)), ("contextRegion", line),
    ])
  }

  private static func region(_ place: Place) -> JSONText {
    .members([
      ("startLine", .integer(place.start.line)), ("startColumn", .integer(place.start.utf16Column)),
      ("endLine", .integer(place.end.line)), ("endColumn", .integer(place.end.utf16Column)),
    ])
  }

  private static func artifact(_ path: String) -> JSONText { .members([("uri", .string(uri(of: path)))]) }

  /// A path as a URI, relative where the path is: what is not plain in a URI is written in percent.
  static func uri(of path: String) -> String {
    var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return uri
  }
}
