import DataSyntax
import GoTemplate

/// What goss makes of an actual value before it is compared.
enum GossConversion: Sendable {
  case toString
  case toNumeric
  case toArray
  /// The value at a path of a JSON text.
  case path(String)

  /// The converted value, or why there is none.
  func converted(_ value: GossValue) -> Result<GossValue, GossError> {
    switch self {
    case .toString: return .success(.text(Self.text(of: value)))
    case .toNumeric: return Self.number(of: value)
    case .toArray:
      guard let text = value.string else { return .success(value) }
      return .success(.texts(text.goLines))
    case .path(let path): return Self.value(at: path, of: value)
    }
  }

  /// What stands in a report where the conversion failed: goss's zero value.
  var fallback: GossValue {
    switch self {
    case .toNumeric: .float(0)
    case .toString, .toArray, .path: .null
    }
  }

  /// Go's way to write it before an error.
  var goSyntax: String {
    switch self {
    case .toString: "matchers.ToString{}"
    case .toNumeric: "matchers.ToNumeric{}"
    case .toArray: "matchers.ToArray{}"
    case .path(let path): "matchers.Gjson{Path:\(GoQuotedText.quoted(path))}"
    }
  }

  var json: JSONText {
    switch self {
    case .toString: .object([.init("to-string", .object([]))])
    case .toNumeric: .object([.init("to-numeric", .object([]))])
    case .toArray: .object([.init("to-array", .object([]))])
    case .path(let path): .object([.init("gjson", .object([.init("Path", .string(path))]))])
    }
  }

  /// Lists are joined line by line; all else is printed.
  static func text(of value: GossValue) -> [UInt8] {
    if case .text(let bytes) = value { return bytes }
    guard let items = value.items else { return Array(value.printed.utf8) }
    return Array(items.map(\.printed).joined(separator: "\n").utf8)
  }

  private static func number(of value: GossValue) -> Result<GossValue, GossError> {
    switch value {
    case .float, .integer: .success(value)
    case .text, .texts:
      GossNumber.parse(String(decoding: text(of: value), as: UTF8.self)).map { .float($0) }
    case .null, .bool, .unsigned, .time, .list, .map:
      .failure(GossError("Expected numeric, Got:\(value.object)"))
    }
  }

  private static func value(at path: String, of value: GossValue) -> Result<GossValue, GossError> {
    guard case .text(let bytes) = value else {
      return .failure(GossError("Expected string, Got:\(value.object)"))
    }
    guard GossValue(jsonText: bytes) != nil else { return .failure(GossError("Invalid json")) }
    guard let found = JSONPath(path).value(in: bytes) else {
      return .failure(GossError("Path not found: \(path)"))
    }
    return .success(found)
  }
}
