import Host

/// A container engine of the host, asked only for the images that it holds.
enum HostEngine: String {
  case docker, podman

  /// An image of the engine in a store of ours; one that is there already is not copied again.
  func image(_ name: String, into store: ImageStore, now: Int) async throws(ImageError) -> StoredImage {
    let id = try await identity(of: name)
    if let image = try store.image(id.description) { return image }
    return try await ScratchFolder.with(in: ScratchFolder.home(of: store)) { scratch throws(ImageError) in
      let path = scratch + "/image.tar"
      let format = self == .podman ? ["--format", "docker-archive"] : []
      try await run([rawValue, "save"] + format + ["-o", path, id.hex])
      return try ImageImport(into: store, now: now).image(at: path, as: nil, purpose: .pulled)
    }
  }

  private func identity(of name: String) async throws(ImageError) -> Digest {
    let output = try await run([rawValue, "image", "inspect", "--format", "{{.Id}}", name])
    let text = String(decoding: output, as: UTF8.self).filter { !$0.isWhitespace }
    guard let id = Digest(text) ?? Digest(hex: text) else {
      throw ImageError(.machine, "\(rawValue) gives no id for `\(name)`")
    }
    return id
  }

  @discardableResult
  private func run(_ arguments: [String]) async throws(ImageError) -> [UInt8] {
    let result: CommandOutput
    do throws(HostError) {
      result = try await Command(arguments).output()
    } catch {
      if error.reason == .absent { throw ImageError(.notFound, "\(rawValue) is not installed") }
      throw ImageError(error)
    }
    if result.termination == .exited(0) { return result.output }
    let error = String(decoding: result.error, as: UTF8.self)
    let lower = error.lowercased()
    if lower.contains("no such image") || lower.contains("image not known")
      || lower.contains("no such object")
    {
      throw ImageError(.notFound, "\(rawValue) does not hold it")
    }
    if lower.contains("cannot connect") || lower.contains("failed to connect")
      || lower.contains("permission denied")
    {
      throw ImageError(.notFound, "\(rawValue) cannot be reached")
    }
    throw ImageError(.machine, "\(rawValue) failed: \(error.split(separator: "\n").last ?? "no word")")
  }
}
