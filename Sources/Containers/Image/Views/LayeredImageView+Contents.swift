import Source

extension LayeredImageView {
  /// The contents of all layers, bottom first, those that layers above take away or put others in the place of included.
  package var contents: [LayerContent] {
    layers.indices.flatMap { number in
      let index = layers[number].index
      var places: [Int64: Int] = [:]
      var found: [LayerContent] = []
      for record in index.records where record.kind == .file && record.size > 0 {
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
