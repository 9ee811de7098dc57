package import Source

/// A place in a document that does not change with its layout: which entry, and whether its key or its value.
package struct DataPlace: Hashable, Sendable {
  package enum Part: String, Sendable { case key, value }

  package let pointer: DataPointer
  package let part: Part

  package init(_ pointer: DataPointer, _ part: Part) {
    self.pointer = pointer
    self.part = part
  }
}

extension DataTree {
  /// The node at the end of a pointer; of keys that are written twice the last one counts.
  package func node(at pointer: DataPointer) -> DataNode? {
    var node = root
    for token in pointer.tokens {
      guard let child = node[token] ?? node.item(token) else { return nil }
      node = child
    }
    return node
  }

  /// The node at the end of a written pointer, as `/builders/0/image`; nil also where that is no pointer.
  package func node(at pointer: String) -> DataNode? { DataPointer(pointer).flatMap { node(at: $0) } }

  /// The entry at the end of a pointer: nil where the pointer ends at the root or in a sequence.
  package func entry(at pointer: DataPointer) -> DataEntry? {
    guard let last = pointer.tokens.last else { return nil }
    return node(at: DataPointer(pointer.tokens.dropLast()))?.entry(last)
  }

  /// The innermost place that holds a range of the parsed text; nil where the document does not reach.
  package func place(of range: ByteRange) -> DataPlace? {
    guard root.range.contains(range) else { return nil }
    var tokens: [String] = []
    var node = root
    while let step = node.step(towards: range) {
      tokens.append(step.token)
      if step.part == .key { return DataPlace(DataPointer(tokens), .key) }
      node = step.child
    }
    return DataPlace(DataPointer(tokens), .value)
  }

  /// The pointer of a node; of a key, the one of its entry. What an alias repeats is found where it is written.
  package func pointer(of node: DataNode) -> DataPointer? {
    var tokens: [String] = []
    var current = root
    while current != node {
      guard let step = current.step(to: node) ?? current.step(towards: node.range) else { return nil }
      tokens.append(step.token)
      current = step.part == .key ? node : step.child
      guard step.part == .value || step.child == node else { return nil }
    }
    return DataPointer(tokens)
  }

  /// The keys that are written twice in one mapping, at any depth, in the order of the text.
  package var duplicateKeys: [(first: DataNode, again: DataNode)] {
    var found: [(first: DataNode, again: DataNode)] = []
    for index in records.indices where records[index].kind == .mapping {
      let mapping = DataNode(tree: self, index: Int32(index))
      var seen: [KeyBytes: DataNode] = [:]
      // An alias and a merge repeat keys that are written elsewhere.
      for entry in mapping.entries where mapping.range.contains(entry.key.range) {
        guard let key = entry.key.bytes.map(KeyBytes.init) else { continue }
        if let first = seen[key] { found.append((first, entry.key)) } else { seen[key] = entry.key }
      }
    }
    return found.sorted { $0.again.range < $1.again.range }
  }
}

/// The bytes of a key, hashed as one run: one by one they take several times as long.
private struct KeyBytes: Hashable {
  let bytes: ArraySlice<UInt8>

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension DataNode {
  fileprivate struct Step {
    let token: String
    let part: DataPlace.Part
    let child: DataNode
  }

  /// The element of a sequence by its number as a pointer writes it.
  fileprivate func item(_ token: String) -> DataNode? {
    guard kind == .sequence, let number = Int(token), String(number) == token else { return nil }
    return items.indices.contains(number) ? items[number] : nil
  }

  /// The step to a child whose own bytes hold a range.
  fileprivate func step(towards range: ByteRange) -> Step? {
    step { $0.range.contains(range) && self.range.contains($0.range) }
  }

  /// The step to a child itself.
  fileprivate func step(to child: DataNode) -> Step? { step { $0 == child } }

  private func step(_ isWanted: (DataNode) -> Bool) -> Step? {
    if let index = items.firstIndex(where: isWanted) {
      return Step(token: String(index), part: .value, child: items[index])
    }
    for entry in entries {
      if isWanted(entry.key) { return Step(token: entry.key.string ?? "", part: .key, child: entry.key) }
      if isWanted(entry.value) {
        return Step(token: entry.key.string ?? "", part: .value, child: entry.value)
      }
    }
    return nil
  }
}
