/**
 * What routes of the API are defined by. The stores and what answers every request are named here although nothing of
 * them is used: as every route then leads to them, the bundler puts them into one file, and not into one for each set of
 * routes that share a part of them. A first request then reads half as many files.
 */
import './dependencies.ts';
import '../runtime/endpoint.ts';

export { checkIfMatch, noInput, route, validate } from '../runtime/route.ts';
