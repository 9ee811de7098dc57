extension ImageStore {
  /// The digests under which the registry of a name may hold its image; nil where the image neither came from there under
  /// this name nor went there. A name with a digest means the same image for ever.
  package func registryDigests(of name: ImageReference) throws(ImageError) -> Set<Digest>? {
    let entries = try readIndex().entries
    guard name.digest == nil, let named = entries.first(where: { $0.name == name.tagged }),
      named.purpose == .pulled || named.isPushed
    else { return nil }
    return Set(
      entries.filter { $0.manifest.digest == named.manifest.digest }.compactMap(\.sourceDigest))
  }

  /// Remembers that a registry has taken the image of a name, where the name still is that image's.
  func notePushed(_ image: StoredImage, as name: ImageReference, _ digest: Digest) throws(ImageError) {
    try changeIndex { index throws(ImageError) in
      for (place, entry) in index.entries.enumerated()
      where entry.name == name.tagged && entry.manifest.digest == image.digest {
        index.entries[place].isPushed = true
        index.entries[place].sourceDigest = digest
      }
    }
  }
}
