/// Which layers two images share, and which of the others a difference comes from.
struct LayerComparison: Sendable {
  private let a: LayeredImageView?
  private let b: LayeredImageView?
  /// How many layers at the bottom are the same.
  let shared: Int

  /// Images without layers, such as folders, share none.
  init(_ a: any ImageView, _ b: any ImageView) {
    self.a = a as? LayeredImageView
    self.b = b as? LayeredImageView
    shared = zip(self.a?.layerDigests ?? [], self.b?.layerDigests ?? []).prefix { $0 == $1 }.count
  }

  /// The layer that is not shared and put, changed or hid a path; the second image's before the first's.
  func layer(of path: String, _ one: ImageEntry?, _ other: ImageEntry?) throws(ImageError) -> ComparedLayer? {
    if other != nil, let b, let number = try b.layer(of: path), number >= shared {
      return place(b, number, .b)
    }
    if one != nil, let a, let number = try a.layer(of: path), number >= shared { return place(a, number, .a) }
    if other == nil, let b, let number = b.layer(hiding: path), number >= shared {
      return place(b, number, .b)
    }
    if one == nil, let a, let number = a.layer(hiding: path), number >= shared { return place(a, number, .a) }
    return nil
  }

  private func place(_ view: LayeredImageView, _ number: Int, _ side: ComparedLayer.Side) -> ComparedLayer {
    ComparedLayer(side: side, number: number + 1, digest: view.layerDigests?[number])
  }
}
