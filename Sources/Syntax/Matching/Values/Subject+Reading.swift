package import DataSyntax
import Source

extension Subject {
  /// The plain value that a node of a document stands for; the parser's own limit bounds the depth.
  package init(_ node: DataNode) {
    switch node.kind {
    case .missing, .null: self = .null
    case .bool: self = .bool(node.bool ?? false)
    case .number:
      self = node.string.flatMap { Number(written: $0) }.map { .number($0) } ?? .text(node.string ?? "")
    case .string: self = .text(node.scalar?.bytes ?? [])
    case .sequence: self = .list(node.items.map { Subject($0) })
    case .mapping: self = .map(node.entries.map { Entry($0.key.string ?? "", Subject($0.value)) })
    }
  }
}
