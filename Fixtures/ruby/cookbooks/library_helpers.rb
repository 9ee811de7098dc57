# encoding: utf-8
require 'uri'
require_relative 'version' unless defined?(Web::VERSION)

module Web
  module Helpers
    DEFAULTS = { port: 80, hosts: %w(localhost).freeze }.freeze
    PATTERN = %r{\Ahttps?://(?<host>[^/:]+)(?::(?<port>\d+))?}.freeze

    def self.included(base)
      base.extend(ClassMethods)
    end

    module ClassMethods
      def setting(name, default: nil, &block)
        define_method(name) { |value = nil| value.nil? ? instance_variable_get("@#{name}") || default : block ? block.(value) : value }
      end
    end

    def host_of(url)
      match = PATTERN.match(url) or return nil
      match[:host]
    end

    def port_of(url) = (PATTERN.match(url) || {})[:port]&.to_i || DEFAULTS[:port]

    def each_host(*hosts, **options)
      return to_enum(__method__, *hosts, **options) unless block_given?
      (hosts.empty? ? DEFAULTS[:hosts] : hosts).each { |h| yield h, options }
    end

    private

    def warn_once(message)
      @@warned ||= {}
      @@warned[message] ||= begin
        Chef::Log.warn(message)
        true
      end
    end
  end
end

Chef::DSL::Recipe.send(:include, Web::Helpers) if defined?(Chef::DSL::Recipe)
Chef::Recipe.include Web::Helpers
