#= sure 2 ArgumentError
package 'curl', version: '1.0'
