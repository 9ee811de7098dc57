import Source

extension LayeredImageView {
  /// The contents of all layers, bottom first, those that layers above take away or put others in the place of included.
  package var contents: [LayerContent] {
    layers.indices.flatMap { number in
      let index = layers[number].index
      var places: [Int64: Int] = [:]
      var found: [LayerContent] = []
      for record in index.records where record.size > 0 {
        if record.kind == .whiteout { found.append(whiteout(record, in: number)) }
        guard record.kind == .file else { continue }
        let path = Array(index.path(of: record))
        let shown = find(path)
        let isShown = shown?.layer == number && shown?.record.kind == .file
        // Further names of a file have their content where the first one has it.
        if let place = places[record.contentOffset] {
          let first = found[place]
          found[place] = LayerContent(
            layer: number, path: first.path, size: first.size, isShown: first.isShown || isShown,
            record: first.record)
          continue
        }
        places[record.contentOffset] = found.count
        found.append(
          LayerContent(
            layer: number, path: "/" + String(decoding: path, as: UTF8.self), size: Int(record.size),
            isShown: isShown, record: record))
      }
      return found
    }
  }

  /// What an entry holds that takes a path away.
  private func whiteout(_ record: LayerRecord, in number: Int) -> LayerContent {
    let path = Array(layers[number].index.path(of: record))
    let name = path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
    let named = path[..<name] + Array(".wh.".utf8) + path[name...]
    return LayerContent(
      layer: number, path: "/" + String(decoding: named, as: UTF8.self), size: Int(record.size),
      isShown: false, record: record)
  }

  /// The bytes of a content, from its beginning; of a larger one than the limit only so many.
  package func read(_ content: LayerContent, limit: Int) throws(ImageError) -> [UInt8] {
    try self.content(Place(layer: content.layer, record: content.record)).beginning(limit: limit)
  }

  /// What the history of the image says of the making of each layer, bottom first; nil where it says nothing.
  package var instructions: [String?] {
    let steps = (configuration.value?.history ?? []).filter { !$0.isEmptyLayer }
    guard steps.count == layers.count else { return [String?](repeating: nil, count: layers.count) }
    return steps.map { $0.createdBy ?? $0.comment }
  }
}
