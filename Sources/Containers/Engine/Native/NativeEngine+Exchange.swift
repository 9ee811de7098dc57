import DataSyntax
import Host
package import Image

extension NativeEngine {
  package func importFileSystem(
    _ tarPath: String, changes: [String], as name: String?
  ) async throws(EngineError) -> EngineImage {
    let reference: ImageReference? = if let name { try Self.reference(name) } else { nil }
    var configuration = ImageConfiguration(architecture: Self.architecture)
    do throws(ConfigurationChange.Fault) {
      try ConfigurationChange.apply(changes, to: &configuration)
    } catch {
      throw EngineError(.invalid, error.message, help: error.help)
    }
    configuration.created = clock.created
    configuration.history = [.init(created: clock.created, comment: "Imported from \(tarPath)")]
    do throws(ImageError) {
      let image = try store.adding { () throws(ImageError) in
        let layer = try store.addLayer(try OpenFile(tarPath), named: tarPath)
        configuration.diffIDs = [layer.digest]
        let descriptor = try store.addBlob(configuration.json.compact, mediaType: MediaType.configuration)
        return try store.add(ImageManifest(configuration: descriptor, layers: [layer]), as: reference)
      }
      return EngineImage(id: "\(image.digest)", name: name)
    } catch {
      throw .image(error)
    }
  }

  package func pull(_ reference: String, credentials: RegistryCredentials?) async throws(EngineError) -> EngineImage {
    throw EngineError(.failed, "the native engine cannot pull yet")
  }

  package func save(_ image: EngineImage, names: [String], to path: String) async throws(EngineError) {
    throw EngineError(.failed, "the native engine cannot save yet")
  }

  package func push(
    _ image: EngineImage, as name: String, credentials: RegistryCredentials?
  ) async throws(EngineError) -> Digest {
    throw EngineError(.failed, "the native engine cannot push yet")
  }

  /// This machine's, as images name it.
  private static var architecture: String {
    #if arch(arm64)
      "arm64"
    #else
      "amd64"
    #endif
  }
}
