/// The two forms of the file, by the text that names them.
enum SchemaVersion: String, Sendable, CaseIterable {
  case first = "1.0.0"
  case second = "2.0.0"

  /// The package that holds its types, as error messages of the original name it.
  var package: String { self == .first ? "v1" : "v2" }
}
