/// What an image says of a layer, to be held against the layer itself; either digest may be unknown.
struct LayerClaims {
  /// For messages.
  let name: String
  /// Of the bytes as they lie there.
  let digest: Digest?
  /// Of the plain tar.
  let diffID: Digest?

  /// Throws where a layer is another than is claimed.
  func check(read: Digest?, unpacked: Digest) throws(ImageError) {
    if let digest, let read, read != digest {
      throw ImageError(.malformed, "`\(name)` is damaged: its digest is \(read), not \(digest)")
    }
    if let diffID, diffID != unpacked {
      throw ImageError(
        .malformed,
        "`\(name)` is another layer than the configuration names: unpacked it is \(unpacked), not \(diffID)")
    }
  }
}
