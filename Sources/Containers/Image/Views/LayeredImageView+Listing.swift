extension LayeredImageView {
  /// Everything below a real folder, in the byte order of paths.
  ///
  /// In each index the paths below a folder lie together, so that what an upper layer hides is a few runs of the lower.
  func places(below folder: [UInt8]) -> [Place] {
    let top = layers.indices.reversed().first { number in hidesAllBelow(folder, number) } ?? 0
    let numbers = Array(layers.indices[min(top, layers.count)...])
    var visible = numbers.map { number in
      Visible(layers[number].index, layers[number].index.range(below: folder))
    }
    for upper in numbers.indices.reversed() {
      for lower in numbers.indices[..<upper] { visible[lower].hide(what: visible[upper]) }
    }
    for upper in visible.indices.reversed() { visible[upper].hideImplied(over: visible[..<upper]) }
    var places: [Place] = []
    for (position, part) in visible.enumerated() {
      for (offset, index) in part.range.enumerated() where !part.isHidden[offset] {
        let record = part.index.records[index]
        if record.kind != .whiteout { places.append(Place(layer: numbers[position], record: record)) }
      }
    }
    guard numbers.count > 1 else { return places }
    return places.sorted { a, b in
      layers[a.layer].index.path(of: a.record).precedes(layers[b.layer].index.path(of: b.record))
    }
  }

  /// Whether a layer lets nothing of the layers below show in a folder.
  private func hidesAllBelow(_ folder: [UInt8], _ number: Int) -> Bool {
    let index = layers[number].index
    if index.root?.isOpaque == true { return true }
    var path = folder[...]
    while !path.isEmpty {
      if let record = index.record(at: path), record.kind != .directory || record.isOpaque { return true }
      path = path[..<(path.lastIndex(of: 0x2F) ?? path.startIndex)]
    }
    return false
  }

  /// What of one layer's records shows.
  private struct Visible {
    let index: LayerIndex
    let range: Range<Int>
    var isHidden: [Bool]

    init(_ index: LayerIndex, _ range: Range<Int>) {
      self.index = index
      self.range = range
      isHidden = [Bool](repeating: false, count: range.count)
    }

    /// Hides what lies under a layer above.
    mutating func hide(what upper: Visible) {
      if range.isEmpty { return }
      for number in upper.range {
        let record = upper.index.records[number]
        let path = Array(upper.index.path(of: record))
        if record.kind != .directory || record.isOpaque {
          for hidden in index.range(below: path).clamped(to: range) {
            isHidden[hidden - range.lowerBound] = true
          }
        }
        guard let same = index.place(at: path), range.contains(same) else { continue }
        // An implied folder looks as the one below.
        let isBelowImplied = record.isImplied && !record.isOpaque && index.records[same].kind == .directory
        if !isBelowImplied { isHidden[same - range.lowerBound] = true }
      }
    }

    /// Hides the implied folders of which a layer below shows the real one.
    mutating func hideImplied(over lower: ArraySlice<Visible>) {
      for number in range where index.records[number].isImplied && !index.records[number].isOpaque {
        let path = index.path(of: index.records[number])
        let isShownBelow = lower.contains { part in
          guard let same = part.index.place(at: path), part.range.contains(same) else { return false }
          return !part.isHidden[same - part.range.lowerBound] && part.index.records[same].kind == .directory
        }
        if isShownBelow { isHidden[number - range.lowerBound] = true }
      }
    }
  }
}
