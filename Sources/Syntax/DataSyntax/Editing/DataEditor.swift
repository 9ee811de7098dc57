package import Diagnostics
package import Source

/// Changes a document: collects what is to become of its parts, and gives the edits of bytes that make it so.
///
/// Everything that is not named stays byte for byte: comments, order, indentation, line ends, commas at the end.
/// A comment on the line of a part, or on the lines straight above it, goes with a part that
/// is taken out, unless it is asked to stay. Parts that an alias or a merge
/// brings in are not written where they are used, so they cannot be changed there.
package struct DataEditor {
  /// What becomes of the comments of a part that is taken out: those on its lines, and on the lines straight above it.
  package enum Comments: Sendable, Hashable {
    /// They go with it: nothing is left that they could speak of.
    case go
    /// They stay in its place: what it said lives on elsewhere.
    case stay
    /// Those around it stay, and those inside go with it to where it is written now.
    case stayAround
  }

  private let tree: DataTree
  private let layout: EditLayout
  private var spots: [ByteEdit] = []
  /// Changes within the text of a scalar, which have their place already.
  private var direct: [Fix.Edit] = []
  private var plans: [Int32: ContainerPlan] = [:]
  private var isPossible: Bool

  package init(_ tree: DataTree) {
    self.tree = tree
    layout = EditLayout(tree)
    isPossible = tree.isIntact
  }

  /// Writes another value in the place of one; a text in its quoting. Impossible where a comment stands in the old one.
  package mutating func replace(_ value: DataNode, with new: JSONText) {
    let writer = FragmentWriter(layout: layout, style: .line)
    let range = value.range
    if layout.hasComment(in: range) { return isPossible = false }
    if !range.isEmpty, value.kind == .sequence || value.kind == .mapping, !layout.isInBrackets(value) {
      return replaceBlock(range, with: writer.scalar(new))
    }
    let text = writer.scalar(new, like: range.isEmpty ? nil : layout.bytes[range.start])
    // A value that was left out stands straight behind its colon.
    let needsBlank = range.isEmpty && range.start > 0 && layout.bytes[range.start - 1] == UInt8(ascii: ":")
    spots.append(ByteEdit(range, needsBlank ? " " + text : text))
  }

  private mutating func replaceBlock(_ range: ByteRange, with text: String) {
    guard let edit = layout.edit(ofBlock: range, becoming: text) else { return isPossible = false }
    spots.append(edit)
  }

  /// Gives an entry another key.
  package mutating func rename(_ key: DataNode, to name: String) {
    let writer = FragmentWriter(layout: layout, style: .line)
    let first = key.range.isEmpty ? nil : layout.bytes[key.range.start]
    spots.append(ByteEdit(key.range, writer.key(name, like: first)))
  }

  /// Replaces a part of a scalar's text; impossible where the document writes it otherwise, as with an escape.
  package mutating func replace(_ range: ByteRange, of value: DataNode, with text: String) {
    guard let scalar = value.scalar, range.end <= scalar.bytes.count, scalar.isVerbatim(range),
      text.utf8.allSatisfy({ $0 >= 0x20 && !"\"\\'".utf8.contains($0) })
    else { return isPossible = false }
    direct.append(Fix.Edit(replacing: scalar.location(of: range), with: text))
  }

  /// Takes an entry out of its mapping, with its comma and, unless they are to stay, its comments.
  package mutating func remove(_ entry: DataEntry, from mapping: DataNode, comments: Comments = .go) {
    change(mapping, at: Self.index(of: entry, in: mapping)) { $0.fates[$1] = .goes(comments) }
  }

  /// Takes an element out of its sequence, with its comma and, unless they are to stay, its comments.
  package mutating func remove(itemAt index: Int, from sequence: DataNode, comments: Comments = .go) {
    change(sequence, at: index) { $0.fates[$1] = .goes(comments) }
  }

  /// Writes entries in the place of one.
  package mutating func replace(_ entry: DataEntry, in mapping: DataNode, by new: [DataFragment.Entry]) {
    guard let first = new.first else { return remove(entry, from: mapping) }
    change(mapping, at: Self.index(of: entry, in: mapping)) { plan, index in
      plan.fates[index] = .becomes(.entry(first))
      plan.after[index] = new.dropFirst().map { .entry($0) } + plan.after[index]
    }
  }

  /// Writes elements in the place of one.
  package mutating func replace(itemAt index: Int, of sequence: DataNode, by new: [DataFragment]) {
    guard let first = new.first else { return remove(itemAt: index, from: sequence) }
    change(sequence, at: index) { plan, index in
      plan.fates[index] = .becomes(.element(first))
      plan.after[index] = new.dropFirst().map { .element($0) } + plan.after[index]
    }
  }

  /// Writes entries after one of a mapping, or before all.
  package mutating func insert(_ new: [DataFragment.Entry], after entry: DataEntry?, in mapping: DataNode) {
    guard let entry else {
      return change(mapping, at: nil) { plan, _ in plan.front += new.map { .entry($0) } }
    }
    change(mapping, at: Self.index(of: entry, in: mapping)) { $0.after[$1] += new.map { .entry($0) } }
  }

  /// Writes elements after one of a sequence, or before all.
  package mutating func insert(_ new: [DataFragment], afterItemAt index: Int?, in sequence: DataNode) {
    guard let index else {
      return change(sequence, at: nil) { plan, _ in plan.front += new.map { .element($0) } }
    }
    change(sequence, at: index) { $0.after[$1] += new.map { .element($0) } }
  }

  /// Moves an entry behind another one, or into another mapping.
  package mutating func move(
    _ entry: DataEntry, from mapping: DataNode, after other: DataEntry?, in target: DataNode
  ) {
    remove(entry, from: mapping, comments: .stayAround)
    insert([.written(entry, key: nil)], after: other, in: target)
  }

  /// The edits in the order of the text; nil where the document does not let itself be changed so.
  package var edits: [Fix.Edit]? {
    guard isPossible else { return nil }
    var all = spots
    for (index, plan) in plans.sorted(by: { $0.key < $1.key }) {
      guard let edits = edits(of: DataNode(tree: tree, index: index), plan) else { return nil }
      all += edits
    }
    var located = direct
    for edit in all {
      let reach = ByteRange(max(0, edit.range.start - 1), edit.range.end)
      guard tree.text.isVerbatim(reach) || tree.text.bytes.isEmpty else { return nil }
      located.append(Fix.Edit(replacing: tree.text.location(of: edit.range), with: edit.text))
    }
    return located.sorted { ($0.location, $0.text) < ($1.location, $1.text) }
  }

  private static func index(of entry: DataEntry, in mapping: DataNode) -> Int? {
    mapping.entries.firstIndex(of: entry)
  }

  private mutating func change(
    _ container: DataNode, at index: Int?, _ body: (inout ContainerPlan, Int) -> Void
  ) {
    let count = container.kind == .mapping ? container.entries.count : container.items.count
    guard container.kind == .mapping || container.kind == .sequence, index.map({ $0 < count }) ?? true else {
      return isPossible = false
    }
    body(&plans[container.index, default: ContainerPlan(count: count)], index ?? 0)
  }

  private func edits(of container: DataNode, _ plan: ContainerPlan) -> [ByteEdit]? {
    guard let slots = SlotReader(layout, container).slots() else { return nil }
    if layout.isInBrackets(container) {
      var edit = BracketEdit(plan, of: slots, in: container.range, layout)
      return edit.make()
    }
    var edit = BlockEdit(plan, of: slots, in: container.range, isMapping: container.kind == .mapping, layout)
    return edit.make()
  }
}

extension DataTree {
  /// The edits that take the entry of a key out of the mapping that holds it; nil where that cannot be done.
  package func removal(ofEntry key: DataNode) -> [Fix.Edit]? {
    for index in records.indices where records[index].kind == .mapping {
      let mapping = DataNode(tree: self, index: Int32(index))
      guard mapping.range.contains(key.range), let entry = mapping.entries.first(where: { $0.key == key })
      else { continue }
      var editor = DataEditor(self)
      editor.remove(entry, from: mapping, comments: .stay)
      return editor.edits
    }
    return nil
  }
}
