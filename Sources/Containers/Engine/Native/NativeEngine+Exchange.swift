import DataSyntax
import Host
package import Image

extension NativeEngine {
  package func importFileSystem(
    _ tarPath: String, changes: [String], as name: String?
  ) async throws(EngineError) -> EngineImage {
    let reference: ImageReference? = if let name { try Self.reference(name) } else { nil }
    var configuration = ImageConfiguration(architecture: Platform.current.architecture)
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

  package func hasFromRegistry(_ reference: String) async throws(EngineError) -> Bool {
    let name = try Self.reference(reference)
    do throws(ImageError) { return try store.registryDigests(of: name) != nil } catch { throw .image(error) }
  }

  package func pull(_ reference: String, credentials: RegistryCredentials?) async throws(EngineError)
    -> EngineImage
  {
    let name = try Self.reference(reference)
    do throws(ImageError) {
      let image = try await registry.pull(name, login: credentials.map(Self.login))
      return EngineImage(id: "\(image.digest)", name: reference)
    } catch {
      throw .image(error)
    }
  }

  package func save(_ image: EngineImage, names: [String], to path: String) async throws(EngineError) {
    let stored = try stored(image)
    var references: [ImageReference] = []
    for name in names { references.append(try Self.reference(name)) }
    do throws(ImageError) {
      try DockerArchiveWriter(store: store).write(stored, names: references, to: path)
    } catch {
      throw .image(error)
    }
  }

  package func push(
    _ image: EngineImage, as name: String, credentials: RegistryCredentials?
  ) async throws(EngineError) -> Digest {
    let reference = try Self.reference(name)
    let stored = try stored(image)
    do throws(ImageError) {
      return try await registry.push(stored, as: reference, login: credentials.map(Self.login))
    } catch {
      throw .image(error)
    }
  }

  private var registry: Registry { Registry(store: store, now: clock.now, patience: registryPatience) }

  private static func login(_ credentials: RegistryCredentials) -> RegistryLogin {
    RegistryLogin(user: credentials.user, password: credentials.password, server: credentials.server)
  }
}
