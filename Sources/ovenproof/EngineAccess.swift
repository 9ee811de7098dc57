import Engine
import Expectation
import Image
import Verification

/// What runs the programs of an image that was found.
enum EngineAccess: Sendable {
  case engine(any ContainerEngine, EngineImage)
  /// Nothing here can; a clause that completes "cannot tell: …".
  case none(String)

  /// A way to run them, where this machine has one: in docker for its own images, else natively.
  static func to(
    _ found: FoundView, _ choice: EngineOptions.Choice?, in workplace: Workplace
  ) async -> EngineAccess {
    let name = found.view.reference
    do {
      let provider = EngineProvider(workplace: workplace)
      if found.place == .docker, choice == nil || choice == .docker {
        let docker = try await provider.engine(.docker)
        guard let image = try await docker.image(named: name) else {
          return .none("docker no longer has the image")
        }
        return .engine(docker, image)
      }
      let (image, folders) = try workplace.locator.startable(found)
      let native = try await provider.engine(choice ?? .native(nil), in: folders)
      return .engine(native, EngineImage(id: "\(image.digest)", name: name))
    } catch let error as ImageError {
      return .none(error.message)
    } catch {
      return .none((error as? EngineError)?.message ?? "\(error)")
    }
  }

  /// For the commands of specs.
  var commands: CommandAccess {
    switch self {
    case .engine(let engine, let image): .runner(CommandRunner(engine, image: image))
    case .none(let reason): .none(reason)
    }
  }

  /// For what specs say of the image as it runs.
  var starting: StartAccess {
    switch self {
    case .engine(let engine, let image): .starter(ImageStarter(engine, image: image))
    case .none(let reason): .none(reason)
    }
  }
}
