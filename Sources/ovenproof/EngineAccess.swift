import Engine
import Expectation
import Image
import Verification

/// What runs the programs of an image that was found.
enum EngineAccess: Sendable {
  case engine(any ContainerEngine, EngineImage)
  /// Nothing here can; a clause that completes "cannot tell: …".
  case none(String)

  /// A way to run them, where this machine has one: in docker or podman for their own images, else natively.
  static func to(
    _ found: FoundView, _ choice: EngineOptions.Choice?, in workplace: Workplace
  ) async -> EngineAccess {
    let name = found.view.reference
    do {
      let provider = EngineProvider(workplace: workplace)
      if let holder = found.place.client, choice == nil || choice == .client(holder),
        let engine = try await opened(holder, isWanted: choice != nil, by: provider)
      {
        guard let image = try await engine.image(named: name) else {
          return .none("\(holder.name) no longer has the image")
        }
        return .engine(engine, image)
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

  /// The engine that holds the image; nil where it cannot start it and another will do.
  private static func opened(
    _ holder: DockerDialect, isWanted: Bool, by provider: EngineProvider
  ) async throws -> (any ContainerEngine)? {
    do { return try await provider.engine(.client(holder)) } catch let error as EngineError {
      guard !isWanted, error.kind == .unavailable else { throw error }
      return nil
    }
  }

  /// For the commands of specs on an image that is seen so.
  func commands(of view: any ImageView) -> CommandAccess {
    switch self {
    case .engine(let engine, let image): .runner(CommandRunner(engine, image: image, of: view))
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

extension FoundView.Place {
  /// The engine that holds the image, where it is one with a command line.
  var client: DockerDialect? {
    switch self {
    case .docker: .docker
    case .podman: .podman
    case .path, .store, .registry: nil
    }
  }
}
