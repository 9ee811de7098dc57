import DataSyntax
import Source

extension DataNode {
  /// The first entry or element that begins at or after an offset; of several at one place the outermost.
  func firstPart(from offset: Int) -> Location? {
    for part in parts {
      if part.location.range.start >= offset { return part.location }
      if part.node.location.range.end > offset, let found = part.node.firstPart(from: offset) { return found }
    }
    return nil
  }

  private var parts: [(location: Location, node: DataNode)] {
    entries.map { ($0.location, $0.value) } + items.map { ($0.location, $0) }
  }
}
