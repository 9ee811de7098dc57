import DataSyntax
import Source

/// What a range is in a document, whatever the document's syntax.
enum RangeDescription: Hashable {
  /// A whole node, or a whole key.
  case whole(DataPlace)
  /// The first byte of a node.
  case opening(DataPlace)
  /// Bytes of the value of a text.
  case part(DataPlace, ByteRange)
}

extension DataTree {
  /// Everything that a range can be taken for.
  func descriptions(of range: ByteRange) -> Set<RangeDescription> {
    var found: Set<RangeDescription> = []
    collect(root, at: DataPlace(DataPointer([String]()), .value), range, to: &found)
    return found
  }

  private func collect(
    _ node: DataNode, at place: DataPlace, _ range: ByteRange, to found: inout Set<RangeDescription>
  ) {
    let whole = node.location.range
    if whole == range { found.insert(.whole(place)) }
    if whole.start == range.start, range.count <= 1 { found.insert(.opening(place)) }
    if let text = node.scalar, whole.contains(range), range.count < whole.count {
      for start in text.bytes.indices {
        for end in (start + 1)..<(text.bytes.count + 1)
        where text.location(of: ByteRange(start, end)).range == range {
          found.insert(.part(place, ByteRange(start, end)))
        }
      }
    }
    for entry in node.entries {
      let pointer = place.pointer.appending(entry.key.string ?? "")
      collect(entry.key, at: DataPlace(pointer, .key), range, to: &found)
      collect(entry.value, at: DataPlace(pointer, .value), range, to: &found)
    }
    for (index, item) in node.items.enumerated() {
      collect(item, at: DataPlace(place.pointer.appending(String(index)), .value), range, to: &found)
    }
  }
}
