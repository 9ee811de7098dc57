import Glibc
import Host

/// Compresses a plain layer with gzip, on all cores, for its way out; the result is kept, so that it is paid once.
///
/// Every 4 MiB become a gzip member of their own: equal layers give equal bytes on any number of cores, and readers take
/// the members for one stream.
struct LayerCompressor {
  private static let chunk = 4 << 20

  let store: ImageStore

  private var folder: String { store.folders.cache + "/compressed" }

  /// The compressed layer: its descriptor and the file that holds it.
  func compressed(_ layer: Descriptor) async throws(ImageError) -> (Descriptor, path: String) {
    if let kept = kept(layer) { return kept }
    do throws(HostError) { try HostFile.makeFolder(folder) } catch { throw ImageError(writing: error) }
    let partial = "\(folder)/partial-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    do throws(ImageError) {
      let (digest, size) = try await compress(store.path(of: layer.digest), to: partial)
      let path = "\(folder)/\(layer.digest.hex)-\(digest.hex)"
      guard rename(partial, path) == 0 else { throw ImageError(.last("write `\(path)`")) }
      return (Descriptor(mediaType: MediaType.layerGzip, digest: digest, size: size), path)
    } catch {
      unlink(partial)
      throw error
    }
  }

  private func kept(_ layer: Descriptor) -> (Descriptor, path: String)? {
    let disk = Disk(workingDirectory: ".")
    for name in (try? disk.list(folder)) ?? [] where name.hasPrefix(layer.digest.hex + "-") {
      guard let digest = Digest(hex: String(name.suffix(64))),
        let size = disk.status("\(folder)/\(name)")?.size
      else {
        continue
      }
      return (Descriptor(mediaType: MediaType.layerGzip, digest: digest, size: size), "\(folder)/\(name)")
    }
    return nil
  }

  private func compress(_ path: String, to partial: String) async throws(ImageError) -> (Digest, Int) {
    let file = try OpenFile(path)
    let sink = try HostFileSink(new: partial, mode: 0o644)
    var digest = StreamingDigest()
    var size = 0
    let count = (file.size + Self.chunk - 1) / Self.chunk
    do {
      try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
        var done: [Int: [UInt8]] = [:]
        var started = 0
        for wanted in 0..<count {
          while started < min(count, wanted + Processors.count + 1) {
            let number = started
            group.addTask {
              let offset = number * Self.chunk
              let bytes = try file.bytes(at: offset, count: min(Self.chunk, file.size - offset))
              return (number, try GzipEncoder.member(bytes))
            }
            started += 1
          }
          while done[wanted] == nil, let (number, bytes) = try await group.next() { done[number] = bytes }
          let bytes = done.removeValue(forKey: wanted) ?? []
          bytes.withUnsafeBytes { digest.update($0) }
          size += bytes.count
          try sink.write(bytes)
        }
      }
    } catch let error as ImageError {
      throw error
    } catch {
      throw ImageError(.machine, "compressing a layer was interrupted")
    }
    return (digest.value, size)
  }
}
