import { mongo } from 'mongoose';

/** Beside the adapter, to see and break what it keeps. */
export const connect = (uri: string): Promise<mongo.MongoClient> => mongo.MongoClient.connect(uri);
