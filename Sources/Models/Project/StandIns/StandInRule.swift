package import DataSyntax
import RegularExpressions
package import Source

/// One rule on what the words of a builder say of the system that it starts from: an entry of `systems`.
package struct StandInRule: Sendable {
  /// What the rule makes of the words that it finds.
  package enum Outcome: Sendable, Hashable {
    /// The image that stands in; `$1` to `$9` are what the pattern's brackets hold.
    case image(String)
    /// What the words leave open.
    case unclear(String)
    /// The system, which no container of Linux can stand in for.
    case foreign(String)
  }

  /// What is wrong with an entry.
  package struct Fault: Error, Sendable {
    package let message: String
    package let location: Location
    package let help: String
  }

  package let outcome: Outcome
  private let pattern: RegularExpression

  /// Reads an entry; throws what is wrong with it.
  package init(_ node: DataNode) throws(Fault) {
    let help = "write `says:` with a regular expression, and `image:` with the image that stands in"
    guard let says = node["says"], says.isScalar, let text = says.string, !text.isEmpty else {
      throw Fault(message: "an entry of `systems` has no `says`", location: node.location, help: help)
    }
    do throws(RegularExpressionError) {
      pattern = try RegularExpression("(?i)" + text)
    } catch {
      throw Fault(
        message: "`\(text)` is no regular expression: \(error.reason)", location: says.contentLocation,
        help: help)
    }
    if let image = node["image"]?.string, !image.isEmpty {
      outcome = .image(image)
    } else if let open = node["unclear"]?.string, !open.isEmpty {
      outcome = .unclear(open)
    } else if let system = node["foreign"]?.string, !system.isEmpty {
      outcome = .foreign(system)
    } else {
      throw Fault(message: "an entry of `systems` has no `image`", location: node.location, help: help)
    }
  }

  /// What the rule makes of a text, and the bytes that it found; nil where it finds nothing.
  func judge(_ text: [UInt8]) -> (outcome: Outcome, found: ByteRange)? {
    guard let groups = pattern.captures(in: text, from: 0), let whole = groups.first ?? nil else {
      return nil
    }
    let range = ByteRange(whole.lowerBound, whole.upperBound)
    guard case .image(let image) = outcome else { return (outcome, range) }
    var filled = image
    for number in 1...9 {
      let group = number < groups.count ? groups[number] : nil
      let held = group.map { String(decoding: text[$0], as: UTF8.self).lowercased() } ?? ""
      filled = filled.replacing("$\(number)", with: held)
    }
    return (.image(filled), range)
  }
}
