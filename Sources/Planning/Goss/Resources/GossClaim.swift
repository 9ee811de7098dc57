import DataSyntax
import Source

/// What a resource expects of one property.
struct GossClaim: Sendable {
  let attribute: GossKind.Attribute
  /// nil where a required attribute is left out.
  let node: DataNode?
  /// The expected value, read once; goss's words where it is none.
  let matcher: Result<GossMatcher, GossError>
  /// Whether goss compares the lines of a text with a list of patterns.
  let readsLines: Bool

  /// An expected value; a list `isRead` line by line, and a number that is written as a text counts where goss says so.
  init(_ attribute: GossKind.Attribute, _ node: DataNode, of kind: GossKind, isRead: Bool) {
    self.attribute = attribute
    self.node = node
    readsLines = isRead && node.kind == .sequence
    matcher =
      readsLines
      ? .success(.patterns(node))
      : Result { () throws(GossError) in
        guard GossDeprecation.isNumber(attribute.name, of: kind), let text = GossValue(node).string else {
          return try GossMatcher.read(node)
        }
        guard let number = Int(text) else { throw GossError("`\(text)` is no whole number") }
        let matcher = GossMatcher(.number("eq", .integer(number)), at: node.location)
        return GossMatcher(.converted(.toNumeric, matcher), at: node.location)
      }
  }

  /// A required attribute that is left out.
  init(missing attribute: GossKind.Attribute) {
    self.attribute = attribute
    node = nil
    matcher = .failure(GossError("Syntax Error: Missing required attribute"))
    readsLines = false
  }
}
